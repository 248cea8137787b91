package nl.samenkomst.registration;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.Staff;
import nl.samenkomst.account.Staff.Admitted;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventSources;
import nl.samenkomst.event.EventTarget;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.web.Csv;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;
import nl.samenkomst.network.Area;
import nl.samenkomst.network.Network;
import nl.samenkomst.spi.Question;
import org.jspecify.annotations.Nullable;

/** Who comes, as a table to take along: what the filter of the list lets through, without needs and without links. */
final class CsvDesk implements Feature {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Table table;

    CsvDesk(Table table) {
        this.table = table;
    }

    @Override
    public void mount(Site site) {
        site.get("/organise/events/:event/people.csv", Staff.of(EventTarget.EVENT, Role.ORGANISER), this::export);
    }

    /** Who takes it out is noted before a byte leaves. */
    private Future<Reply> export(Visit visit, Admitted<Event> admitted) {
        var asking = new Table.Asking(visit, admitted.caller(), admitted.thing());
        var event = asking.event();
        return table.note(asking, "event.export", event.id().toString())
                .compose(noted -> Future.all(
                        table.sources().withoutSeats(event),
                        table.people().all(event.id(), PeopleFilter.of(visit::query))))
                .map(both -> {
                    EventSources.Known known = both.resultAt(0);
                    List<Registration> people = both.resultAt(1);
                    var questions = questions(known, event, asking.words());
                    var rows = new Rows(event, known.housed().network(), questions, asking.words());
                    return Reply.bytes(Csv.TYPE, rows.of(people).bytes())
                            .with("Content-Disposition", "attachment; filename=\"" + event.slug() + ".csv\"")
                            .personal();
                });
    }

    private static List<Question> questions(EventSources.Known known, Event event, Words words) {
        return Stream.concat(
                        known.format().stream().flatMap(format -> format.questions(words.locale()).stream()),
                        event.questions().stream())
                .toList();
    }

    /** Makes the rows of one event. */
    private record Rows(Event event, Network network, List<Question> questions, Words words) {

        Csv of(List<Registration> people) {
            var csv = new Csv();
            csv.row(head());
            people.forEach(one -> csv.row(row(one)));
            return csv;
        }

        private List<String> head() {
            var head = new ArrayList<String>();
            Stream.of(
                            "name",
                            "organisation",
                            "email",
                            "sector",
                            "area",
                            "way",
                            "status",
                            "place",
                            "reply",
                            "presence",
                            "since")
                    .map(column -> words.say("registration.csv." + column))
                    .forEach(head::add);
            questions.forEach(question -> head.add(question.label()));
            return head;
        }

        private List<String> row(Registration one) {
            var row = new ArrayList<>(List.of(
                    one.name().orElseGet(() -> words.say("registration.people.erased")),
                    one.organisationName().orElse(""),
                    one.email().orElse(""),
                    one.sector()
                            .map(code -> words.say("registration.people.sector." + code))
                            .orElse(""),
                    one.area().flatMap(network::area).map(Area::name).orElse(""),
                    words.say("registration.form.way." + one.attendance().code()),
                    words.say("registration.csv.status." + one.status().code()),
                    String.valueOf(one.place()),
                    words.say("registration.people.reply." + one.reply()),
                    words.say("registration.presence." + one.presence()),
                    MOMENT.format(one.createdAt().atZone(event.zone()))));
            questions.forEach(question -> row.add(said(one.answers().getValue(question.id()))));
            return row;
        }

        private String said(@Nullable Object value) {
            if (value instanceof Boolean yes) {
                return words.say(yes ? "registration.own.yes" : "registration.own.no");
            }
            if (value instanceof JsonArray several) {
                return String.join(", ", several.stream().map(String::valueOf).toList());
            }
            return Optional.ofNullable(value).map(String::valueOf).orElse("");
        }
    }
}
