package nl.samenkomst.demo;

import static nl.samenkomst.kit.db.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import nl.samenkomst.account.Accounts;
import nl.samenkomst.account.Passwords;
import nl.samenkomst.calendar.Invites;
import nl.samenkomst.event.Formats;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.i18n.Languages;
import nl.samenkomst.kit.plugin.PluginFolder;
import nl.samenkomst.kit.web.Links;
import nl.samenkomst.meeting.Providers;
import nl.samenkomst.registration.SeatsInvariant;
import nl.samenkomst.survey.Surveys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final Instant NOW = Instant.parse("2026-11-22T10:15:00Z");

    @TempDir
    static Path data;

    private static boolean standing;

    /** Most tests only look at it, so it is made once for them. */
    private static void theDemo() {
        if (!standing) {
            nothing();
            assertThat(load(NOW)).isTrue();
            standing = true;
        }
    }

    private static void nothing() {
        standing = false;
        database.empty();
    }

    @Test
    void twoNetworksWithTheirAreasAndAYearBehindThem() {
        theDemo();

        assertThat(number("select count(*) from organisation")).isEqualTo(2);
        assertThat(words("""
                        select n.slug || ' ' || count(*)
                          from network n
                          join area a on a.network_id = n.id
                         group by n.slug
                        """)).containsExactlyInAnyOrder("amsterdam-nieuw-west 4", "wijkmanagement-almere 13");
        assertThat(words("""
                        select format || ' ' || count(*) filter (where starts_at < $1) || ' '
                               || count(*) filter (where starts_at >= $1)
                          from event
                         where status = 'published'
                         group by format
                        """, NOW))
                .containsExactlyInAnyOrder("wijktafel 30 6", "stuurgroep 10 2", "webinar 1 2", "bootcamp 0 1");
        assertThat(words("select distinct sector from registration where sector is not null"))
                .containsExactlyInAnyOrder("formal", "informal", "medical", "municipality", "resident");
    }

    @Test
    void everyKindOfDoorCanBeTried() {
        theDemo();

        assertThat(seats("alleen-thuis-wat-werkt", "on_site")).isEqualTo("18 of 18, 7 wait");
        assertThat(number("select count(*) from registration where wants = 'on_site'"))
                .isEqualTo(3);
        assertThat(seats("medicijnen-en-taal", "on_site")).isEqualTo("14 of 16, 0 wait");
        assertThat(seats("het-buurtteam-stelt-zich-voor", "online")).isEqualTo("13 of 60, 0 wait");
        // 60 square metres at a metre and a half.
        assertThat(seats("bootcamp-een-wijkplan-in-vier-uur", "on_site")).isEqualTo("15 of 26, 0 wait");
        assertThat(words("select slug from event where registration = 'closed'"))
                .containsExactly("wie-zorgt-voor-de-mantelzorger");
        assertThat(number("""
                        select count(*)
                          from invitee i
                          join event e on e.id = i.event_id
                         where e.visibility = 'closed'
                        """)).isEqualTo(12 * 8);
    }

    @Test
    void nobodyIsWrittenToAndNothingIsDue() {
        theDemo();

        assertThat(number("select count(*) from outbox")).isZero();
        assertThat(number("select count(*) from invitee where sent_at is null")).isZero();
        assertThat(number("select count(*) from invite where due_at is not null or sent_sequence is not null"))
                .isZero();
        assertThat(number("select count(*) from invite where wanted = 'request'"))
                .isEqualTo(number("select count(*) from registration where status = 'confirmed'"));
        assertThat(number("select count(*) from registration where offer_until is not null"))
                .isZero();
        assertThat(words("""
                        select address
                          from (select email from registration
                                union all select email from invitee
                                union all select email from account
                                union all select contact ->> 'email' from event) as every (address)
                         where address not like '%.example'
                        """)).isEmpty();
    }

    @Test
    void whatPeopleThoughtOfTheLatestGatheringsIsThereAndWhatCameOfThem() {
        theDemo();

        assertThat(number("select count(*) from survey where shown >= 5 and shown = received"))
                .isGreaterThan(8);
        assertThat(number("select count(*) from ticket where invited_at is null or reminded_at is null"))
                .isZero();
        assertThat(words("""
                        select e.title || ' ' || count(*) || ' ' || count(*) filter (where q.status = 'approved')
                          from quote q
                          join event_text e on e.event_id = q.event_id and e.language = 'nl'
                         group by e.event_id, e.title
                         order by count(*) desc
                         limit 1
                        """)).containsExactly("Samen één buurtkaart 7 5");
        assertThat(number("select count(*) from published_quote")).isEqualTo(4 + 3 + 1);
        assertThat(number("select count(*) from recap where published_at <= $1", NOW))
                .isGreaterThan(6);
        assertThat(words("select alt from photo")).hasSize(1);
        assertThat(number("select count(*) from tallied")).isEqualTo(41);
        assertThat(words("select year::text from review where published_at is not null"))
                .containsExactly(String.valueOf(NOW.atZone(ZoneOffset.UTC).getYear()));
    }

    @Test
    void theOwnerOfBothSignsInWithWhatIsKeptForOurUserAlone() throws IOException {
        theDemo();

        var kept = SignIn.keptIn(data).orElseThrow();
        assertThat(kept.email()).isEqualTo("owner@samenkomst.example");
        assertThat(kept.password()).matches("[a-z2-9]{4}(-[a-z2-9]{4}){3}");
        assertThat(Files.getPosixFilePermissions(data.resolve("demo-sign-in.txt")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(words("select role from membership")).containsExactly("owner", "owner");
    }

    @Test
    void itIsMadeOnceAndAroundWhicheverDayUnderTheSameAddresses() {
        theDemo();
        liesAround(NOW);
        assertThat(load(NOW.plusSeconds(1), Wish.ALWAYS)).isFalse();
        var slugs = words("select slug from event order by slug");

        nothing();
        var holidays = Instant.parse("2026-12-20T22:30:00Z");
        assertThat(load(holidays)).isTrue();
        liesAround(holidays);
        assertThat(words("select slug from event order by slug")).isEqualTo(slugs);
    }

    private static void liesAround(Instant now) {
        assertThat(number("select count(*) from event where starts_at > $1::timestamptz + interval '36 hours'", now))
                .isEqualTo(11);
        assertThat(number("""
                        select count(*) from event
                         where ends_at < $1 and starts_at > $1::timestamptz - interval '54 weeks'
                        """, now)).isEqualTo(41);
        assertThat(number("""
                        select count(*)
                          from registration r
                          join event e on e.id = r.event_id
                         where r.created_at >= least(e.starts_at, $1) or r.created_at < e.published_at
                        """, now)).isZero();
        assertThat(number("select count(*) from event where venue ->> 'name' like '%buiten'"))
                .isPositive();
        SeatsInvariant.holds(database.pool());
    }

    @Test
    void whatIsInUseIsLeftAloneUnlessItIsAskedForAndThenNobodyGetsAnAccount() {
        nothing();
        await(database.pool()
                .query("insert into organisation (id, slug, name) values (gen_random_uuid(), 'ours', 'Ours')")
                .execute());

        assertThat(load(NOW, Wish.NEVER)).isFalse();
        assertThat(load(NOW, Wish.IF_EMPTY)).isFalse();
        assertThat(number("select count(*) from event")).isZero();

        assertThat(await(demo(NOW, Optional.empty()).load(Wish.ALWAYS))).isTrue();
        assertThat(number("select count(*) from organisation")).isEqualTo(3);
        assertThat(number("select count(*) from account")).isZero();
    }

    @Test
    void aFaultHalfWayLeavesNothing() {
        nothing();
        // The last thing that is made is the account, and the folder of its sign-in is not there.
        var failed = demo(NOW, Optional.of(data.resolve("gone"))).load(Wish.IF_EMPTY);

        assertThat(await(failed.map("made").otherwise("failed"))).isEqualTo("failed");
        assertThat(number("select count(*) from event")).isZero();
        assertThat(number("select count(*) from installation")).isZero();
    }

    private static boolean load(Instant now) {
        return load(now, Wish.IF_EMPTY);
    }

    private static boolean load(Instant now, Wish wish) {
        return await(demo(now, Optional.of(data)).load(wish));
    }

    private static Demo demo(Instant now, Optional<Path> data) {
        return new Demo(new Demo.Means(
                database.vertx(),
                database.pool(),
                Formats.load(PluginFolder.none()),
                Providers.load(PluginFolder.none()),
                new Accounts(database.pool(), new Passwords(database.vertx()), "Samenkomst"),
                new Links(URI.create("http://localhost"), "secret".getBytes(StandardCharsets.UTF_8)),
                clock -> new Surveys(
                        Formats.load(PluginFolder.none()), new Languages(List.of("survey")), clock, event -> {}),
                silence -> List.of(new Invites(silence, Clock.fixed(now, ZoneOffset.UTC))),
                data,
                Clock.fixed(now, ZoneOffset.UTC)));
    }

    private static String seats(String slug, String way) {
        return words("""
                        select s.held || ' of ' || s.capacity || ', ' || s.waiting || ' wait'
                          from seats s
                          join event e on e.id = s.event_id
                         where e.slug = $1 and s.attendance = $2
                        """, slug, way).get(0);
    }

    private static List<String> words(String sql, Object... values) {
        return await(database.pool().preparedQuery(sql).execute(tuple(values)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(row -> row.getString(0))
                .toList()));
    }

    private static long number(String sql, Object... values) {
        return await(database.pool().preparedQuery(sql).execute(tuple(values)).map(rows -> rows.iterator()
                .next()
                .getLong(0)));
    }

    private static Tuple tuple(Object... values) {
        var tuple = Tuple.tuple();
        for (var value : values) {
            tuple.addValue(value instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC) : value);
        }
        return tuple;
    }
}
