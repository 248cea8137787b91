package nl.samenkomst.series;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.util.Optional;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.Anyone;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Idempotency;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;
import nl.samenkomst.network.Housed;
import nl.samenkomst.network.Series;
import nl.samenkomst.network.SeriesTarget;
import nl.samenkomst.registration.Entrance;
import nl.samenkomst.registration.PersonSheet;

/** Standing registration, by a form or by a call: the answer is the same whether or not the address is known. */
public final class MemberEntrance implements Feature {

    private final Pool pool;
    private final SeriesPages pages;
    private final Members members;
    private final Entrance entrance;
    private final Idempotency idempotency;
    private final Clock clock;

    /** The address that the letter goes to, in its two parts. */
    record Joined(String title, String slug, String local, String domain) {}

    public MemberEntrance(
            Pool pool, SeriesPages pages, Members members, Entrance entrance, Idempotency idempotency, Clock clock) {
        this.pool = pool;
        this.pages = pages;
        this.members = members;
        this.entrance = entrance;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @Override
    public void mount(Site site) {
        var visiting = Anyone.visiting(SeriesTarget.SERIES);
        site.post("/series/:series/members", visiting, this::typed);
        site.get(
                "/series/:series/members",
                visiting,
                (visit, series) -> Future.succeededFuture(Reply.seeOther("/series/" + series.slug())));
        site.post("/api/v1/series/:series/members", visiting, this::called);
    }

    private Future<Reply> typed(Visit visit, Series series) {
        if (!visit.body().typed()) {
            throw Refusal.of(415, "media-type", "error.mediaType");
        }
        return pages.housed(series).compose(housed -> {
            var form = read(visit, series, housed);
            var judged = visit.site()
                    .tokens()
                    .judge(MemberSheet.scope(series), visit.body().text("token").orElse(""));
            PersonSheet.judge(judged, form.faults());
            return form.complete()
                    ? joined(visit, series, housed, form, "form:" + judged.nonce())
                    : pages.page(visit, series, Optional.of(form))
                            .map(page -> page.status(422).personal());
        });
    }

    private MemberForm read(Visit visit, Series series, Housed housed) {
        var language = visit.language(housed.organisation().languages());
        return MemberForm.read(visit.body(), series, pages.person(series, housed), language);
    }

    private Future<Reply> joined(Visit visit, Series series, Housed housed, MemberForm form, String request) {
        return entrance.count(visit)
                .compose(counted -> pool.withTransaction(
                        tx -> members.join(tx, form.member(series, clock.instant()), true, Optional.of(request))))
                .onSuccess(done -> members.joined(series))
                .map(done -> told(visit, series, housed, form));
    }

    private static Reply told(Visit visit, Series series, Housed housed, MemberForm form) {
        var language = visit.language(housed.organisation().languages());
        var pattern = new DatePattern(series);
        var address = form.person().email().orElseThrow().text();
        int at = address.lastIndexOf('@');
        var frame = housed.frame(
                pattern.contact(), visit.site().languages().in(language).say("series.joined.title"));
        return Reply.page(
                        frame.hidden(),
                        "series/joined",
                        new Joined(
                                pattern.text("title", language),
                                series.slug(),
                                address.substring(0, at),
                                address.substring(at + 1)))
                .personal();
    }

    private Future<Reply> called(Visit visit, Series series) {
        if (visit.body().typed()) {
            throw Refusal.of(415, "media-type", "error.mediaType");
        }
        return pages.housed(series).compose(housed -> {
            var form = read(visit, series, housed);
            form.faults().refuse();
            return entrance.count(visit)
                    .compose(counted -> idempotency.once(visit, MemberSheet.scope(series), tx -> members.join(
                                    tx, form.member(series, clock.instant()), true, Optional.empty())
                            .map(done -> created(form))))
                    .onSuccess(done -> members.joined(series));
        });
    }

    private static Reply created(MemberForm form) {
        return Reply.json(new JsonObject()
                        .put("attendance", form.attendance().orElseThrow().code())
                        .put("ifFull", form.ifFull().code()))
                .status(201)
                .with("Cache-Control", "no-store");
    }
}
