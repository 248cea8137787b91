package nl.samenkomst.registration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.samenkomst.account.Role;
import nl.samenkomst.event.Seats;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.web.SeatMeter;
import nl.samenkomst.spi.Attendance;

/**
 * The list of who comes to one event.
 *
 * @param path of the list, which its forms are posted to
 * @param query the end of the list's address as it is shown
 * @param asked what the address asks, for the forms on it
 * @param counts what stands on top
 * @param narrowed whether the filter leaves anybody out
 * @param range which part of how many is shown
 * @param pages the ways to the other pages
 */
record PeopleShown(
        String path,
        String query,
        List<Field> asked,
        String token,
        boolean mayAct,
        Optional<String> news,
        List<Counted> seats,
        List<Counted> counts,
        String q,
        List<Picked> filters,
        boolean narrowed,
        int total,
        String range,
        List<Column> columns,
        List<PersonLine> lines,
        List<Turn> pages,
        boolean hybrid,
        boolean asksNeeds) {

    /** What is sent along unseen. */
    record Field(String name, String value) {

        static List<Field> of(PeopleFilter filter) {
            return filter.fields().entrySet().stream()
                    .map(one -> new Field(one.getKey(), one.getValue()))
                    .toList();
        }
    }

    /** A number with its word. */
    record Counted(String label, int number, String words, Optional<CharSequence> meter) {}

    /** A choice of the filter. */
    record Picked(String name, String label, List<PersonShown.Option> options) {}

    /**
     * A column.
     *
     * @param kind its class
     * @param address sorts by it; empty where one cannot
     */
    record Column(String label, String kind, Optional<String> address, boolean sorted) {}

    /** A page of the list; a gap has no address. */
    record Turn(String label, Optional<String> address, boolean current) {}

    /** What was read for it. */
    record Read(PeopleStore.Page page, PeopleStore.Count count, List<Seats> seats) {}

    static PeopleShown of(Table.Asking asking, PeopleFilter filter, Read read, Optional<String> news) {
        var words = asking.words();
        var path = asking.path("");
        var zone = asking.event().zone();
        int first = (filter.page() - 1) * PeopleFilter.PAGE;
        return new PeopleShown(
                path,
                filter.query(),
                Field.of(filter),
                asking.token(path),
                asking.caller().role().allows(Role.ORGANISER),
                news,
                read.seats().stream().map(one -> seats(one, words)).toList(),
                counts(read, words),
                filter.q(),
                filters(filter, words),
                filter.narrows(),
                read.page().total(),
                words.say(
                        "registration.people.range",
                        Math.min(first + 1, read.page().total()),
                        first + read.page().rows().size(),
                        read.page().total()),
                columns(path, filter, words),
                read.page().rows().stream()
                        .map(row -> PersonLine.of(row, zone, words))
                        .toList(),
                pages(path, filter, read.page().total(), words),
                asking.event().attendance().ways().size() > 1,
                asking.event().asksNeeds());
    }

    private static Counted seats(Seats one, Words words) {
        return new Counted(
                words.say("registration.form.way." + one.attendance().code()),
                one.held(),
                one.capacity()
                        .map(all -> words.say("registration.people.of", all))
                        .orElseGet(() -> words.say("registration.people.any")),
                one.capacity().filter(all -> all > 0).map(all -> new SeatMeter(
                                all, Math.min(one.held(), all), words.say("registration.form.meter", one.held(), all))
                        .drawing()));
    }

    private static List<Counted> counts(Read read, Words words) {
        int waiting = read.seats().stream().mapToInt(Seats::waiting).sum();
        var count = read.count();
        return Stream.of(
                        counted("waiting", waiting, words),
                        counted("cancelled", count.cancelled(), words),
                        counted("accepted", count.accepted(), words),
                        counted("tentative", count.tentative(), words))
                .filter(one -> one.number() > 0)
                .toList();
    }

    private static Counted counted(String what, int number, Words words) {
        var base = "registration.people.count." + what;
        return new Counted(words.say(base), number, words.say(base + ".people", number), Optional.empty());
    }

    private static List<Picked> filters(PeopleFilter filter, Words words) {
        var filters = new ArrayList<Picked>();
        filters.add(picked(
                "status",
                codes(Registration.Status.values(), Registration.Status::code),
                filter.status().map(Registration.Status::code),
                words));
        filters.add(picked(
                "way",
                codes(Attendance.values(), Attendance::code),
                filter.way().map(Attendance::code),
                words));
        filters.add(picked(
                "sector", codes(Sector.values(), Sector::code), filter.sector().map(Sector::code), words));
        filters.add(picked("reply", List.of("accepted", "tentative", "declined", "none"), filter.reply(), words));
        filters.add(picked(
                "mail",
                codes(PeopleFilter.MailState.values(), PeopleFilter.MailState::code),
                filter.mail().map(PeopleFilter.MailState::code),
                words));
        filters.add(picked(
                "sort",
                codes(PeopleFilter.Sort.values(), PeopleFilter.Sort::code),
                Optional.of(filter.sort().code()),
                words));
        return filters;
    }

    private static <E> List<String> codes(E[] all, java.util.function.Function<E, String> code) {
        return Arrays.stream(all).map(code).toList();
    }

    /** An order is always one of them; of the others none needs be chosen. */
    private static Picked picked(String name, List<String> codes, Optional<String> chosen, Words words) {
        var base = "registration.people.filter." + name;
        var all = name.equals("sort")
                ? Stream.<PersonShown.Option>empty()
                : Stream.of(new PersonShown.Option("", words.say(base + ".all"), chosen.isEmpty()));
        var options = Stream.concat(
                        all,
                        codes.stream()
                                .map(code -> new PersonShown.Option(
                                        code, words.say(base + "." + code), chosen.equals(Optional.of(code)))))
                .toList();
        return new Picked(name, words.say(base), options);
    }

    private static List<Column> columns(String path, PeopleFilter filter, Words words) {
        return Stream.of("name", "sector", "way", "status", "reply", "mail", "since")
                .map(name -> {
                    var sort = Arrays.stream(PeopleFilter.Sort.values())
                            .filter(one -> one.code().equals(name))
                            .findFirst();
                    return new Column(
                            words.say("registration.people.column." + name),
                            name,
                            sort.map(by -> path + filter.sorted(by).query()),
                            sort.filter(by -> by == filter.sort()).isPresent());
                })
                .toList();
    }

    /** The first, the last, and those round the one that is shown. */
    private static List<Turn> pages(String path, PeopleFilter filter, int total, Words words) {
        int last = Math.max(1, (total + PeopleFilter.PAGE - 1) / PeopleFilter.PAGE);
        var pages = new ArrayList<Turn>();
        for (int number = 1; number <= last && last > 1; number++) {
            int away = Math.abs(number - filter.page());
            if (number == 1 || number == last || away <= 2) {
                pages.add(turn(path, filter, number, String.valueOf(number)));
            } else if (away == 3) {
                pages.add(new Turn("…", Optional.empty(), false));
            }
        }
        if (filter.page() < last) {
            pages.add(turn(path, filter, filter.page() + 1, words.say("registration.people.next")));
        }
        return pages;
    }

    private static Turn turn(String path, PeopleFilter filter, int number, String label) {
        return new Turn(label, Optional.of(path + filter.turned(number).query()), number == filter.page());
    }
}
