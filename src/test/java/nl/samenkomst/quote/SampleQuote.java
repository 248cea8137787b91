package nl.samenkomst.quote;

import static nl.samenkomst.kit.db.Awaiting.await;

import java.net.URI;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.samenkomst.event.Event;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.kit.web.Links;

/** Words for a test, given by the room's code and nameless unless said otherwise, allowed everywhere. */
public final class SampleQuote {

    private final Event event;
    private String words = "Ik ken nu het gezicht achter het telefoonnummer.";
    private Byline byline = new Byline(Byline.Kind.NONE, Optional.empty(), Optional.empty());
    private Set<Scope> scopes = EnumSet.allOf(Scope.class);
    private boolean approved;

    private SampleQuote(Event event) {
        this.event = event;
    }

    public static SampleQuote of(Event event) {
        return new SampleQuote(event);
    }

    public SampleQuote saying(String text) {
        words = text;
        return this;
    }

    public SampleQuote by(String name, String role) {
        byline = new Byline(Byline.Kind.NAME, Optional.of(name), Optional.of(role));
        return this;
    }

    public SampleQuote allowed(Scope... places) {
        scopes = Set.of(places);
        return this;
    }

    /** Looked at by staff, and found good. */
    public SampleQuote approved() {
        approved = true;
        return this;
    }

    /** Gives it. */
    public UUID in(TestDatabase database) {
        var links = new Links(URI.create("http://localhost"), new byte[32]);
        var clock = Clock.systemUTC();
        var quotes = new Quotes(database.pool(), Outbox.silent(), links, clock, id -> {});
        var giving = new Giving(
                UUID.randomUUID(),
                event.organisation(),
                event.id(),
                Optional.empty(),
                Optional.empty(),
                false,
                UUID.randomUUID().toString(),
                new Giving.Said(words, byline, scopes, "nl"));
        var quote = await(quotes.give(giving, Integer.MAX_VALUE));
        if (approved) {
            await(new QuoteChangeStore(database.pool()).approve(quote.id(), clock.instant()));
        }
        return quote.id();
    }
}
