package nl.samenkomst.quote;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.Staff;
import nl.samenkomst.account.Staff.Admitted;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventStore;
import nl.samenkomst.event.EventTarget;
import nl.samenkomst.kit.rule.Faults;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.IfMatch;
import nl.samenkomst.kit.web.JsonReader;
import nl.samenkomst.kit.web.Paging;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;

/** Quotes for an organisation's staff: with their consent and how they stand, withdrawn ones without words; approve, reject. */
public final class QuoteApi implements Feature {

    private static final String ONE = "/api/v1/quotes/:id";
    private static final int LONGEST_REASON = 300;

    private final QuoteDeeds deeds;

    /** What is decided. */
    private record Decision(Quote.Status status, Optional<String> reason) {}

    public QuoteApi(QuoteDeeds deeds) {
        this.deeds = deeds;
    }

    @Override
    public void mount(Site site) {
        var staff = Staff.of(QuoteTarget.QUOTE, Role.FACILITATOR);
        site.get("/api/v1/events/:event/quotes", Staff.of(EventTarget.EVENT, Role.FACILITATOR), this::list);
        site.get(ONE, staff, (visit, admitted) -> reply(admitted.thing()));
        site.patch(ONE, staff, this::decide);
    }

    private Future<Reply> list(Visit visit, Admitted<Event> admitted) {
        var json = new QuoteJson(admitted.thing());
        return new QuoteStore(deeds.quotes().pool())
                .list(admitted.thing().id(), Paging.of(visit))
                .map(found -> Reply.json(found.json(json::of)).personal());
    }

    private Future<Reply> reply(Quote quote) {
        return new EventStore(deeds.quotes().pool())
                .find(quote.event())
                .map(Optional::orElseThrow)
                .map(event -> Reply.json(new QuoteJson(event).of(quote))
                        .with("ETag", IfMatch.etag(quote.version()))
                        .personal());
    }

    /** Held words are looked at by a person, in the workspace: no program approves them. */
    private Future<Reply> decide(Visit visit, Admitted<Quote> admitted) {
        var decision = read(visit);
        var quote = admitted.thing();
        LongConsumer seen = version -> IfMatch.check(visit, version);
        seen.accept(quote.version());
        var done = decision.status() == Quote.Status.APPROVED
                ? deeds.approve(admitted.caller(), quote, seen, false)
                : deeds.reject(admitted.caller(), quote, seen, decision.reason().orElse(""));
        return done.compose(this::reply);
    }

    private static Decision read(Visit visit) {
        var faults = new Faults();
        var reader = JsonReader.of(JsonReader.sent(visit), faults);
        var status =
                reader.needed("status", reader.choice("status", QuoteApi::decided, List.of("approved", "rejected")));
        var reason = reader.line("reason", LONGEST_REASON);
        reader.end();
        faults.refuse();
        return new Decision(status.orElseThrow(), reason);
    }

    private static Optional<Quote.Status> decided(String code) {
        return List.of(Quote.Status.APPROVED, Quote.Status.REJECTED).stream()
                .filter(status -> status.code().equals(code))
                .findFirst();
    }
}
