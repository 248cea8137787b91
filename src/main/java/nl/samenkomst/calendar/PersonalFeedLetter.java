package nl.samenkomst.calendar;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.account.Organisation;
import nl.samenkomst.kit.mail.EmailAddress;
import nl.samenkomst.kit.mail.Letter;
import nl.samenkomst.kit.mail.LetterWriter;
import nl.samenkomst.kit.mail.Letterhead;
import nl.samenkomst.kit.mail.OutboxRow;
import nl.samenkomst.registration.OwnLinks;
import nl.samenkomst.registration.Registration;

/** Writes the letter that bears somebody's secret calendar link. */
public final class PersonalFeedLetter implements LetterWriter {

    public static final String LETTER = "calendar/feed";

    private final Pool pool;
    private final InviteLetters.Means means;

    public PersonalFeedLetter(Pool pool, InviteLetters.Means means) {
        this.pool = pool;
        this.means = means;
    }

    @Override
    public String letter() {
        return LETTER;
    }

    /** Empty where it was stopped meanwhile, or the person erased. */
    @Override
    public Future<Optional<Letter>> write(OutboxRow row) {
        var feed = new PersonalFeedStore(pool).find(id(row, "feed"));
        var one = means.registrations().apply(id(row, "registration"));
        var occasion = means.occasions().of(id(row, "event"));
        return Future.all(feed, one, occasion)
                .map(all -> feed.result().filter(PersonalFeed::asked).flatMap(link -> one.result()
                        .flatMap(person -> occasion.result()
                                .flatMap(found ->
                                        letter(row, link, person, found.housed().organisation())))));
    }

    private static UUID id(OutboxRow row, String name) {
        return UUID.fromString(row.ids().getString(name));
    }

    private Optional<Letter> letter(OutboxRow row, PersonalFeed feed, Registration one, Organisation organisation) {
        var links = means.correspondence().links();
        var address = PersonalFeedTarget.address(links, feed);
        var values = Map.of(
                "name", one.name().orElse(""),
                "organisation", organisation.name(),
                "webcal", Webcal.of(address),
                "address", address,
                "ownPage", links.url(OwnLinks.path(links, one)),
                "privacy", links.url("/privacy"));
        var head = new Letterhead(organisation.name(), "#" + organisation.accent());
        var written = means.templates().write(LETTER, row.language(), head, values);
        return one.email()
                .flatMap(EmailAddress::typed)
                .map(to -> Letter.of(row, means.correspondence().from(organisation), to, written))
                .map(organisation::signed);
    }
}
