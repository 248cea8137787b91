package nl.samenkomst.registration;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.Staff;
import nl.samenkomst.event.EventTarget;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.spi.Attendance;

/** What the host takes along on paper: who comes, to sign; badges; and how many need what, without a name. */
final class PaperDesk implements Feature {

    private static final String PATH = "/organise/events/:event/people/";

    private final Table table;

    PaperDesk(Table table) {
        this.table = table;
    }

    /**
     * The list to sign.
     *
     * @param groups one for each way of attending
     * @param call who has no address, to be called
     */
    record Sheet(String back, List<Group> groups, List<Person> call) {}

    /** Who attends in one way. */
    record Group(String way, boolean signs, List<Person> people) {

        public int number() {
            return people.size();
        }
    }

    /** Somebody on paper. */
    record Person(String name, Optional<String> organisation, String words) {}

    /** Name badges for who comes to the room. */
    record Badges(String back, List<Person> people) {}

    /** What is needed, by kind. */
    record Sums(String back, boolean asks, List<Sum> sums) {}

    /** How many need something of one kind, and in which words; the same words are told once. */
    record Sum(String label, String counted, List<Said> said) {}

    record Said(String text, int times, String ways) {}

    @Override
    public void mount(Site site) {
        show(site, "list", this::list);
        show(site, "badges", this::badges);
        show(site, "needs", this::needs);
    }

    private void show(Site site, String end, Function<Table.Asking, Future<Reply>> page) {
        site.get(
                PATH + end,
                Staff.of(EventTarget.EVENT, Role.FACILITATOR),
                (visit, admitted) -> page.apply(new Table.Asking(visit, admitted.caller(), admitted.thing())));
    }

    private Future<List<Registration>> coming(Table.Asking asking) {
        return table.people()
                .all(asking.event().id(), PeopleFilter.of(field -> Optional.empty()))
                .map(all -> all.stream().filter(one -> !one.cancelled()).toList());
    }

    private Future<Reply> list(Table.Asking asking) {
        var words = asking.words();
        return coming(asking).compose(people -> {
            var groups = Arrays.stream(Attendance.values())
                    .map(way -> new Group(
                            words.say("registration.form.way." + way.code()),
                            way == Attendance.ON_SITE,
                            people.stream()
                                    .filter(one -> one.confirmed() && one.attendance() == way)
                                    .map(one -> person(one, ""))
                                    .toList()))
                    .filter(group -> !group.people().isEmpty())
                    .toList();
            var call = people.stream()
                    .filter(one -> one.email().isEmpty())
                    .map(one -> person(one, standing(one, words)))
                    .toList();
            return table.page(
                    asking,
                    words.say("registration.paper.list"),
                    "registration/paper-list",
                    new Sheet(asking.path(""), groups, call));
        });
    }

    private static String standing(Registration one, Words words) {
        return words.say("registration.people.status." + one.status().code(), 0) + ", "
                + words.say("registration.form.way." + one.attendance().code());
    }

    private static Person person(Registration one, String words) {
        return new Person(one.name().orElse(""), one.organisationName(), words);
    }

    private Future<Reply> badges(Table.Asking asking) {
        return coming(asking)
                .compose(people -> table.page(
                        asking,
                        asking.words().say("registration.paper.badges"),
                        "registration/paper-badges",
                        new Badges(
                                asking.path(""),
                                people.stream()
                                        .filter(one -> one.confirmed() && one.attendance() == Attendance.ON_SITE)
                                        .map(one -> person(one, ""))
                                        .toList())));
    }

    /** Special data: who reads it is noted. */
    private Future<Reply> needs(Table.Asking asking) {
        return table.note(asking, "event.needs", asking.event().id().toString())
                .compose(noted ->
                        new NeedStore(table.pool()).ofEvent(asking.event().id()))
                .compose(needs -> table.page(
                        asking,
                        asking.words().say("registration.needs.sums"),
                        "registration/paper-needs",
                        new Sums(asking.path(""), asking.event().asksNeeds(), sums(needs, asking.words()))));
    }

    private static List<Sum> sums(List<NeedStore.Nameless> needs, Words words) {
        var sums = new ArrayList<Sum>();
        for (var kind : Need.Kind.values()) {
            var some = needs.stream().filter(one -> one.need().kind() == kind).toList();
            if (!some.isEmpty()) {
                sums.add(new Sum(
                        words.say("registration.needs." + kind.code() + ".short"),
                        words.say("registration.needs.people", some.size()),
                        said(some, words)));
            }
        }
        return sums;
    }

    private static List<Said> said(List<NeedStore.Nameless> needs, Words words) {
        var said = new LinkedHashMap<String, List<NeedStore.Nameless>>();
        needs.forEach(
                one -> said.computeIfAbsent(one.need().text().toLowerCase(words.locale()), text -> new ArrayList<>())
                        .add(one));
        return said.values().stream()
                .map(same -> new Said(
                        same.get(0).need().text(),
                        same.size(),
                        String.join(
                                ", ",
                                same.stream()
                                        .map(one -> words.say("registration.form.way."
                                                + one.attendance().code()))
                                        .distinct()
                                        .toList())))
                .toList();
    }
}
