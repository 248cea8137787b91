package nl.samenkomst.registration;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.account.AuditStore;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.rule.CleanText;
import nl.samenkomst.kit.rule.Faults;
import nl.samenkomst.kit.rule.Id;
import nl.samenkomst.kit.web.Body;
import nl.samenkomst.kit.web.Reply;

/** A letter that staff write to people they chose: typed, looked over with the number of people who get it, and sent. */
final class RoundDesk {

    private static final int SUBJECT = 150;
    private static final int TEXT = 5_000;
    private static final int NAMED = 100;

    private final Table table;

    RoundDesk(Table table) {
        this.table = table;
    }

    /**
     * The page.
     *
     * @param round the letter's id: the same form, sent again, sends nothing more
     * @param left who gets none, by the reason
     * @param preview the letter's paragraphs, once it can be looked over
     */
    record Writing(
            String path,
            String back,
            String token,
            String round,
            List<PeopleShown.Field> kept,
            PersonShown.Text subject,
            PersonShown.Text text,
            int number,
            List<String> names,
            int more,
            List<Left> left,
            Optional<List<String>> preview) {}

    /** Who gets no letter, and why. */
    record Left(String why, List<String> names) {}

    /** What came in. */
    private record Sent(String round, String subject, String text, String step, Faults faults) {}

    Future<Reply> fresh(Table.Asking asking, Chosen chosen) {
        var empty = new Sent(UUID.randomUUID().toString(), "", "", "", new Faults());
        return Recipients.of(table, asking.event(), chosen).compose(to -> page(asking, chosen, to, empty));
    }

    Future<Reply> write(Table.Asking asking) {
        var body = asking.visit().body();
        var chosen = Chosen.of(body);
        var sent = read(body);
        return Recipients.of(table, asking.event(), chosen).compose(to -> {
            if (to.written().isEmpty()) {
                sent.faults().add("subject", "registration.round.nobody");
            }
            return sent.faults().none() && sent.step().equals("send")
                    ? send(asking, sent, to.written())
                    : page(asking, chosen, to, sent);
        });
    }

    private static Sent read(Body body) {
        var faults = new Faults();
        var subject = CleanText.line(body.text("subject").orElse(""));
        var text = CleanText.lines(body.text("text").orElse(""));
        check("subject", subject, SUBJECT, faults);
        check("text", text, TEXT, faults);
        var round =
                body.text("round").flatMap(Id::of).orElseGet(UUID::randomUUID).toString();
        return new Sent(round, subject, text, body.text("step").orElse("preview"), faults);
    }

    private static void check(String field, String text, int most, Faults faults) {
        if (text.isEmpty()) {
            faults.add(field, "registration.form.answer.missing");
        } else if (text.codePointCount(0, text.length()) > most) {
            faults.add(field, "registration.form.long", most);
        }
    }

    /** One letter a person, all of them or none; the same letter once. */
    private Future<Reply> send(Table.Asking asking, Sent sent, List<Registration> to) {
        var event = asking.event();
        var round = new Round(
                UUID.fromString(sent.round()),
                event.organisation(),
                event.id(),
                sent.subject(),
                sent.text(),
                table.clock().instant());
        return table.pool()
                .withTransaction(tx -> new RoundStore(tx)
                        .insert(round, asking.caller())
                        .compose(fresh -> fresh
                                ? table.outbox()
                                        .enqueue(tx, to.stream().map(round::to).toList())
                                        .compose(laid ->
                                                new AuditStore(tx).note(asking.caller(), "round.send", sent.round()))
                                : Future.succeededFuture()))
                .map(done -> ChosenDesk.back(asking, "sent", to.size()));
    }

    private Future<Reply> page(Table.Asking asking, Chosen chosen, Recipients to, Sent sent) {
        var words = asking.words();
        var path = asking.path("/mail");
        var wrong = sent.faults().list();
        var filled =
                Filled.typed(new JsonObject().put("subject", sent.subject()).put("text", sent.text()), wrong, words);
        boolean looked = wrong.isEmpty() && sent.step().equals("preview");
        var shown = new Writing(
                path,
                asking.path(""),
                asking.token(path),
                sent.round(),
                chosen.fields(),
                new PersonShown.Text(filled.text("subject"), filled.error("subject"), true),
                new PersonShown.Text(filled.text("text"), filled.error("text"), true),
                to.written().size(),
                names(to.written(), words),
                Math.max(0, to.written().size() - NAMED),
                left(to, words),
                Optional.of(sent.text()).filter(text -> looked).map(text -> Arrays.stream(text.split("\n"))
                        .filter(line -> !line.isBlank())
                        .toList()));
        return table.page(asking, words.say("registration.round.title"), "registration/round", wrong, shown);
    }

    private static List<Left> left(Recipients to, Words words) {
        var left = new ArrayList<Left>();
        left(left, "without", to.without(), words);
        left(left, "unwilling", to.unwilling(), words);
        left(left, "gone", to.gone(), words);
        return left;
    }

    private static void left(List<Left> left, String why, List<Registration> people, Words words) {
        if (!people.isEmpty()) {
            left.add(new Left(words.say("registration.round.left." + why, people.size()), names(people, words)));
        }
    }

    private static List<String> names(List<Registration> people, Words words) {
        return people.stream()
                .limit(NAMED)
                .map(one -> one.name().orElseGet(() -> words.say("registration.people.erased")))
                .toList();
    }
}
