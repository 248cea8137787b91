package nl.samenkomst.kit.mail;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.samenkomst.kit.i18n.Moments;
import nl.samenkomst.kit.web.Shown;

/** What the page of one caught mail shows, under one of its tabs. */
record MailPage(
        Lines list,
        String id,
        String subject,
        String from,
        String to,
        String when,
        String machine,
        String tab,
        boolean seen,
        boolean table,
        boolean calendar,
        boolean hasCalendar,
        String body,
        int count,
        List<PartLine> parts,
        List<MailLinks.MailLink> links,
        List<Shown> panels) {

    enum Tab {
        SEEN,
        TEXT,
        PARTS,
        CALENDAR,
        SOURCE
    }

    /** The list of mail, one of which may be open. */
    record Lines(List<Line> mails) {

        static Lines of(List<CaughtMail> all, Optional<String> open, Moments moments) {
            return new Lines(all.stream()
                    .map(mail -> new Line(
                            mail.id(),
                            moments.time(date(mail)),
                            moments.machine(date(mail)),
                            mail.to(),
                            mail.subject(),
                            open.filter(mail.id()::equals).isPresent()))
                    .toList());
        }
    }

    record Line(String id, String when, String machine, String to, String subject, boolean current) {}

    record PartLine(int number, String type, String name, String size) {}

    static MailPage of(CaughtMail mail, List<CaughtMail> all, Tab tab, List<Shown> panels, Moments moments) {
        var html = mail.part("text/html").map(CaughtMail.MailPart::text).orElse("");
        return new MailPage(
                Lines.of(all, Optional.of(mail.id()), moments),
                mail.id(),
                mail.subject(),
                mail.from(),
                mail.to(),
                moments.date(date(mail)) + ", " + moments.time(date(mail)),
                moments.machine(date(mail)),
                tab.name().toLowerCase(Locale.ROOT),
                tab == Tab.SEEN,
                tab == Tab.PARTS,
                tab == Tab.CALENDAR,
                mail.part("text/calendar").isPresent(),
                body(mail, tab),
                mail.parts().size(),
                IntStream.range(0, mail.parts().size())
                        .mapToObj(n -> line(n, mail.parts().get(n)))
                        .toList(),
                MailLinks.in(html),
                panels);
    }

    private static String body(CaughtMail mail, Tab tab) {
        return switch (tab) {
            case TEXT -> mail.part("text/plain").map(CaughtMail.MailPart::text).orElse("");
            case CALENDAR ->
                mail.part("text/calendar").map(CaughtMail.MailPart::text).orElse("");
            case SOURCE -> mail.source();
            case SEEN, PARTS -> "";
        };
    }

    private static PartLine line(int number, CaughtMail.MailPart part) {
        return new PartLine(
                number,
                part.type(),
                part.name(),
                String.format(Locale.ROOT, "%,d", part.body().length()).replace(',', '\u00A0'));
    }

    private static Instant date(CaughtMail mail) {
        return mail.date().orElse(Instant.EPOCH);
    }
}
