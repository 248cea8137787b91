package nl.samenkomst.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.samenkomst.account.Role;
import nl.samenkomst.event.Event;
import nl.samenkomst.kit.i18n.Moments;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.spi.Attendance;

/**
 * One person of an event, for staff: everything but what they need, which stands on a page of its own.
 *
 * @param deeds what can be done with their place
 * @param presences whether they were there, to choose
 * @param version of the remark
 */
record PersonPage(
        String path,
        String list,
        String name,
        PersonLine.Mark status,
        String way,
        Optional<String> wants,
        Optional<PersonLine.Mark> reply,
        boolean mayAct,
        boolean reachable,
        boolean swaps,
        boolean needs,
        Optional<String> news,
        List<DeedShown.Way> deeds,
        List<PersonShown.Option> presences,
        List<OwnShown.Answer> answers,
        List<Line> letters,
        List<Line> history,
        String remark,
        long version,
        Tokens tokens) {

    /** Something that was, with its moment. */
    record Line(String at, String words, Optional<String> said, Optional<PersonLine.Mark> mark) {}

    /** What each form bears. */
    record Tokens(String presence, String remark, String link) {}

    /** What was read for it. */
    record Read(
            OwnView view,
            List<HistoryStore.Letter> letters,
            List<HistoryStore.Noted> noted,
            Optional<RemarkStore.Remark> remark) {}

    static PersonPage of(Table.Asking asking, Read read, Optional<String> news) {
        var one = read.view().one();
        var words = asking.words();
        var moments = new Moments(words, asking.event().zone());
        var path = PersonDesk.path(one);
        boolean mayAct =
                asking.caller().role().allows(Role.ORGANISER) && one.name().isPresent();
        return new PersonPage(
                path,
                asking.path(""),
                one.name().orElseGet(() -> words.say("registration.people.erased")),
                PersonLine.status(one.status(), read.view().before().map(before -> before + 1), words),
                words.say("registration.form.way." + one.attendance().code()),
                one.wants().map(way -> words.say("registration.deed.waits." + way.code())),
                Optional.of(one.reply())
                        .filter(code -> !code.equals("none"))
                        .map(code -> PersonLine.reply(code, words)),
                mayAct,
                one.email().isPresent(),
                one.confirmed() || one.status() == Registration.Status.WAITLISTED,
                asking.event().asksNeeds(),
                news,
                mayAct && coming(read.view()) ? deeds(one, asking.event(), words) : List.of(),
                presences(one, words),
                read.view().answers(),
                read.letters().stream()
                        .map(letter -> line(letter, moments, words))
                        .toList(),
                read.noted().stream().map(noted -> line(noted, moments, words)).toList(),
                read.remark().map(RemarkStore.Remark::text).orElse(""),
                read.remark().map(RemarkStore.Remark::version).orElse(0L),
                new Tokens(
                        asking.token(path + "/presence"),
                        asking.token(path + "/remark"),
                        asking.token(path + "/link")));
    }

    private static boolean coming(OwnView view) {
        return view.event().published()
                && view.event().phase(view.now()) == Event.Phase.COMING
                && !view.one().cancelled();
    }

    private static List<DeedShown.Way> deeds(Registration one, Event event, Words words) {
        var deeds = new ArrayList<DeedShown.Way>();
        if (one.waitsFor().isPresent() || one.status() == Registration.Status.OFFERED) {
            deeds.add(way(one, Deed.CONFIRM, words));
        }
        var other = one.attendance() == Attendance.ON_SITE ? Deed.ONLINE : Deed.ON_SITE;
        if (event.attendance().allows(one.attendance().other())) {
            deeds.add(way(one, other, words));
        }
        deeds.add(way(one, Deed.CANCEL, words));
        return deeds;
    }

    private static DeedShown.Way way(Registration one, Deed deed, Words words) {
        return new DeedShown.Way(
                words.say("registration.deed." + deed.code() + ".go"),
                PersonDesk.path(one) + "/place?deed=" + deed.code(),
                Optional.of(deed.code()));
    }

    private static List<PersonShown.Option> presences(Registration one, Words words) {
        return Stream.of("unknown", "present", "absent", "excused")
                .map(code -> new PersonShown.Option(
                        code, words.say("registration.presence." + code), code.equals(one.presence())))
                .toList();
    }

    private static Line line(HistoryStore.Letter letter, Moments moments, Words words) {
        return new Line(
                moments.day(letter.at()) + ", " + moments.time(letter.at()),
                words.say("registration.letter." + letter.kind().replace('/', '.')),
                letter.said().filter(said -> letter.state().equals("refused")),
                Optional.of(PersonLine.mail(letter.state(), words)));
    }

    private static Line line(HistoryStore.Noted noted, Moments moments, Words words) {
        var key = "registration.history." + noted.verb();
        var verb = words.has(key) ? words.say(key) : noted.verb();
        return new Line(moments.day(noted.at()) + ", " + moments.time(noted.at()), verb, noted.who(), Optional.empty());
    }
}
