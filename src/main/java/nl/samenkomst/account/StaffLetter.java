package nl.samenkomst.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.kit.mail.EmailAddress;
import nl.samenkomst.kit.mail.Letter;
import nl.samenkomst.kit.mail.LetterTemplates;
import nl.samenkomst.kit.mail.LetterWriter;
import nl.samenkomst.kit.mail.Letterhead;
import nl.samenkomst.kit.mail.OutboxRow;
import nl.samenkomst.kit.mail.Sender;
import nl.samenkomst.kit.web.Links;

/** Writes the letters that let staff in. The ten minutes of a link begin when its letter is written, however long it waited. */
public final class StaffLetter implements LetterWriter {

    static final String INVITED = "account/invited";
    static final String ADDED = "account/added";
    static final String PASSWORD = "account/password";

    public static final List<String> ALL = List.of(INVITED, ADDED, PASSWORD);

    private final String letter;
    private final Means means;

    private StaffLetter(String letter, Means means) {
        this.letter = letter;
        this.means = means;
    }

    /**
     * What letters are written with.
     *
     * @param from the installation's sender, who speaks in the organisation's name
     */
    public record Means(Pool pool, LetterTemplates templates, Links links, Sender from) {}

    /** A writer for each kind. */
    public static List<LetterWriter> writers(Means means) {
        return ALL.stream()
                .<LetterWriter>map(letter -> new StaffLetter(letter, means))
                .toList();
    }

    @Override
    public String letter() {
        return letter;
    }

    /** Empty where the link was used, or the account disabled meanwhile. */
    @Override
    public Future<Optional<Letter>> write(OutboxRow row) {
        var way = way(row);
        var account = new AccountStore(means.pool()).find(id(row, "account"));
        var organisation = new OrganisationStore(means.pool()).find(id(row, "organisation"));
        return Future.all(way, account, organisation).map(all -> way.result().flatMap(path -> account.result()
                .flatMap(known -> organisation.result().flatMap(home -> written(row, path, known.account(), home)))));
    }

    /** Where the letter leads: to its link, whose time begins now, or to the sign-in. */
    private Future<Optional<String>> way(OutboxRow row) {
        if (!row.ids().containsKey("link")) {
            return Future.succeededFuture(Optional.of("/sign-in"));
        }
        var secret = StaffLetters.secret(means.links(), id(row, "link"));
        return new ProofStore(means.pool())
                .startLink(secret, StaffLetters.LINK_WORKS)
                .map(started -> started ? Optional.of(SetPasswordPages.path(secret)) : Optional.empty());
    }

    private Optional<Letter> written(OutboxRow row, String path, Account account, Organisation organisation) {
        var values = Map.of(
                "name", account.name(),
                "email", account.email(),
                "organisation", organisation.name(),
                "link", means.links().url(path),
                "privacy", means.links().url("/privacy"));
        var head = new Letterhead(organisation.name(), "#" + organisation.accent());
        var words = means.templates().write(letter, row.language(), head, values);
        return EmailAddress.typed(account.email())
                .map(to -> Letter.of(row, means.from().named(organisation.name()), to, words));
    }

    private static UUID id(OutboxRow row, String name) {
        return UUID.fromString(row.ids().getString(name));
    }
}
