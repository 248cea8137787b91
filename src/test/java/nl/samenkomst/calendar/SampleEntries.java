package nl.samenkomst.calendar;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import nl.samenkomst.calendar.CalendarEntry.Method;
import nl.samenkomst.calendar.CalendarEntry.Parties;
import nl.samenkomst.calendar.CalendarEntry.Party;
import nl.samenkomst.calendar.CalendarEntry.Point;
import nl.samenkomst.calendar.CalendarEntry.Span;
import nl.samenkomst.calendar.CalendarEntry.Spot;
import nl.samenkomst.calendar.CalendarEntry.Status;
import nl.samenkomst.calendar.CalendarEntry.Words;

/** Entries as they are mailed and downloaded, in the scripts that our people write. */
final class SampleEntries {

    static final Span EVENING = new Span(
            Instant.parse("2026-12-10T18:00:00Z"),
            Instant.parse("2026-12-10T20:00:00Z"),
            ZoneId.of("Europe/Amsterdam"));

    private static final Instant STAMP = Instant.parse("2026-11-24T09:30:00Z");
    private static final Optional<URI> PAGE =
            Optional.of(URI.create("https://samenkomst.example/events/osdorp-december"));
    private static final Party KARIN = new Party("Karin Hoekstra", "aanmelden@wijkzorg.example");

    private SampleEntries() {}

    static CalendarEntry requestOnSite() {
        return entry(
                Method.REQUEST,
                0,
                new Words(
                        "Wijktafel Osdorp: wie kent de weg naar zorg?",
                        "De zaal is open vanaf 18.30 uur; er is soep.\n\nVragen? Karin Hoekstra, 020 555 01 24",
                        PAGE),
                new Spot(
                        "Buurthuis De Ruimte, zaal 2, Tussen Meer 148, Amsterdam",
                        Optional.empty(),
                        Optional.of(new Point(new BigDecimal("52.3584"), new BigDecimal("4.8009")))),
                new Party("Fatima Bouali", "fatima.bouali@vrouwen.example"));
    }

    static CalendarEntry requestOnline() {
        String link = "https://meet.wijkzorg.example/osdorp?pwd=a1,b2;c3&naam=Osdorp";
        return entry(
                Method.REQUEST,
                3,
                new Words("Mahalle masası: sağlığa giden yol 🌷", "Bağlantıya tıklayın.\nŞimdiden görüşürüz!", PAGE),
                new Spot(link, Optional.of(URI.create(link)), Optional.empty()),
                new Party("Ayşe Yıldız-Çelik", "ayse+wijk@moskee.example"));
    }

    static CalendarEntry cancelInArabic() {
        return entry(
                Method.CANCEL,
                4,
                new Words(
                        "طاولة الحي في أوسدورب: من يعرف الطريق إلى الرعاية الصحية في منطقتنا؟",
                        "لقد ألغيت تسجيلك. نأمل أن نراك في المرة القادمة.",
                        PAGE),
                new Spot("بيت الحي دي رويمته، القاعة ٢، أمستردام", Optional.empty(), Optional.empty()),
                new Party("عبد الرحمن بن سعيد الحسيني المغربي, أبو \"سلام\"", "abdel@saha.example"));
    }

    static CalendarEntry published() {
        return new CalendarEntry(
                Method.PUBLISH,
                Status.CONFIRMED,
                "osdorp-december.event@samenkomst",
                2,
                STAMP,
                EVENING,
                new Words("Wijktafel Osdorp", "Voor iedereen 👩🏽‍🤝‍👩 die in Osdorp zorgt.", PAGE),
                new Spot("Buurthuis De Ruimte", Optional.empty(), Optional.empty()),
                Optional.empty());
    }

    static CalendarEntry at(Span span) {
        var entry = requestOnSite();
        return new CalendarEntry(
                entry.method(),
                entry.status(),
                entry.uid(),
                entry.sequence(),
                entry.stamp(),
                span,
                entry.words(),
                entry.spot(),
                entry.parties());
    }

    static CalendarEntry entry(Method method, int sequence, Words words, Spot spot, Party attendee) {
        return new CalendarEntry(
                method,
                method == Method.CANCEL ? Status.CANCELLED : Status.CONFIRMED,
                "5f2b1c0d9e8a47b6a1c3d5e7f9081726@samenkomst",
                sequence,
                STAMP,
                EVENING,
                words,
                spot,
                Optional.of(new Parties(KARIN, attendee)));
    }
}
