package nl.samenkomst.survey;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.event.Event;
import nl.samenkomst.kit.db.Ids;
import nl.samenkomst.kit.rule.NotFound;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Holder;
import nl.samenkomst.kit.web.Links;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;
import nl.samenkomst.registration.By;
import nl.samenkomst.registration.OwnLinks;
import nl.samenkomst.registration.Registration;

/** Answering by the personal link of a mail: once. */
final class LinkFeedback implements Feature {

    private static final String PATH = "/feedback/:token";

    private final SqlClient sql;
    private final SurveyShelf shelf;
    private final FeedbackPage page;

    /** @param sql the pool */
    LinkFeedback(SqlClient sql, SurveyShelf shelf, FeedbackPage page) {
        this.sql = sql;
        this.shelf = shelf;
        this.page = page;
    }

    @Override
    public void mount(Site site) {
        site.get(PATH, Holder.of(AskedTarget.ASKED), this::show);
        site.post(PATH, Holder.of(AskedTarget.ASKED), this::send);
    }

    private Future<Reply> show(Visit visit, Registration one) {
        return guest(visit, one).compose(guest -> early(guest)
                .map(kind -> page.told(guest, kind, List.of()))
                .orElseGet(() -> asked(guest, one)));
    }

    private Future<Reply> asked(FeedbackPage.Guest guest, Registration one) {
        return new TicketStore(sql).answered(guest.survey().id(), one.id()).compose(answered -> {
            if (answered.filter(done -> done).isPresent()) {
                return page.told(guest, Told.Kind.BEFORE, List.of());
            }
            if (guest.survey().closed(page.clock().instant())) {
                return page.told(guest, Told.Kind.CLOSED, List.of());
            }
            return answered.isEmpty()
                    ? page.told(guest, Told.Kind.STRANGE, List.of())
                    : page.form(guest, FeedbackForm.EMPTY);
        });
    }

    private Future<Reply> send(Visit visit, Registration one) {
        var body = visit.body();
        if (!body.typed()) {
            throw Refusal.of(415, "media-type", "error.mediaType");
        }
        if (!same(formToken(visit.links(), one), body.text("token").orElse(""))) {
            throw Refusal.of(403, "form", "registration.own.form");
        }
        return guest(visit, one).compose(guest -> early(guest)
                .or(() -> closed(guest))
                .map(kind -> page.told(guest, kind, List.of()))
                .orElseGet(
                        () -> page.take(guest, FeedbackForm.read(body, guest.survey()), new Ballot.Ticket(one.id()))));
    }

    private Optional<Told.Kind> closed(FeedbackPage.Guest guest) {
        return guest.survey().closed(page.clock().instant()) ? Optional.of(Told.Kind.CLOSED) : Optional.empty();
    }

    /** There is nothing to answer at all. */
    private Optional<Told.Kind> early(FeedbackPage.Guest guest) {
        if (guest.event().cancelled()) {
            return Optional.of(Told.Kind.CANCELLED);
        }
        return guest.survey().openedAt().isEmpty() || page.coming(guest.event())
                ? Optional.of(Told.Kind.EARLY)
                : Optional.empty();
    }

    /** Refused (410) where the person was erased, and where personal links of this event have ended. */
    private Future<FeedbackPage.Guest> guest(Visit visit, Registration one) {
        if (one.by().filter(By.ERASED.code()::equals).isPresent()) {
            throw Refusal.of(410, "erased", "registration.own.erased");
        }
        return shelf.of(one.event()).map(found -> {
            var asking = found.orElseThrow(() -> new NotFound("event"));
            if (OwnLinks.ended(asking.event().end(), page.clock().instant())) {
                throw Refusal.of(410, "expired", "survey.refused.expired");
            }
            return new FeedbackPage.Guest(
                    visit,
                    asking.event(),
                    asking.survey().orElseGet(() -> nothing(asking.event())),
                    Optional.of(one),
                    new FeedbackShown.Post(
                            AskedTarget.path(visit.links(), one),
                            Optional.empty(),
                            formToken(visit.links(), one),
                            false));
        });
    }

    private Survey nothing(Event event) {
        return Survey.planned(new Ids(page.clock()).random(), event, List.of());
    }

    /** What the form bears, so that no other page can send it. */
    private static String formToken(Links links, Registration one) {
        var link = AskedTarget.token(links, one).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(links.hmac("survey form", link));
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
