package nl.samenkomst.series;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.kit.web.Listed;
import nl.samenkomst.kit.web.Paging;
import nl.samenkomst.registration.Arrival;
import nl.samenkomst.spi.Attendance;

/** All SQL on standing members. Give it the pool, or the transaction to be part of. */
record MemberStore(SqlClient sql) {

    private static final String COLUMNS = """
            id, organisation_id, series_id, email, name, organisation_name, sector, area_id, language, attendance, if_full,
            paused_until, ended_at, link_version, created_at
            """;

    private static final String WHOLE = "select " + COLUMNS + " from member ";

    /** A member as it was written, and whether that changed anything: a living one of the same address stays as it is. */
    record Written(Member member, boolean fresh, boolean repeated) {}

    Future<Optional<Member>> find(UUID id) {
        return sql.preparedQuery(WHOLE + "where id = $1")
                .mapping(MemberStore::member)
                .execute(Tuple.of(id))
                .map(MemberStore::first);
    }

    /** The member that a registration came of. */
    Future<Optional<Member>> ofRegistration(UUID registration) {
        return sql.preparedQuery(WHOLE + "where id = (select member_id from registration where id = $1)")
                .mapping(MemberStore::member)
                .execute(Tuple.of(registration))
                .map(MemberStore::first);
    }

    /** A part of a series' members who have not stopped, in their order. */
    Future<Listed<Member>> list(UUID series, Paging paging) {
        return sql.preparedQuery(WHOLE + """
                where series_id = $1 and ended_at is null and place > $2
                order by place
                limit $3
                """)
                .mapping(MemberStore::member)
                .execute(Tuple.of(
                        series, paging.after().map(key -> number(key.get(0))).orElse(0L), paging.limit() + 1))
                .compose(rows -> places(rows.stream().toList(), paging));
    }

    private static long number(String key) {
        try {
            return Long.parseLong(key);
        } catch (NumberFormatException foreign) {
            throw Paging.strange();
        }
    }

    private Future<Listed<Member>> places(List<Member> found, Paging paging) {
        if (found.size() <= paging.limit()) {
            return Future.succeededFuture(new Listed<>(found, Optional.empty()));
        }
        var last = found.get(paging.limit() - 1).id();
        return sql.preparedQuery("select place from member where id = $1")
                .execute(Tuple.of(last))
                .map(rows -> rows.iterator().next().getLong("place"))
                .map(place -> Listed.cut(found, paging, member -> Paging.next(String.valueOf(place))));
    }

    /** All who have not stopped, in their order. */
    Future<List<Member>> living(UUID series) {
        return sql.preparedQuery(
                        WHOLE + "where series_id = $1 and ended_at is null and email is not null order by place")
                .mapping(MemberStore::member)
                .execute(Tuple.of(series))
                .map(rows -> rows.stream().toList());
    }

    /** Writes a newcomer, or one who had stopped and comes back, at the end; one of this address who is there stays as they are. */
    Future<Written> join(Member one, Buffer person, Optional<String> request, Instant now) {
        return sql.preparedQuery("""
                insert into member (id, organisation_id, series_id, email, email_key, person_key, name, organisation_name,
                       sector, area_id, language, attendance, if_full, request_key, created_at)
                values ($1, $2, $3, $4, lower($4), $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
                on conflict (series_id, email_key) where email_key is not null do update
                   set email = excluded.email, name = excluded.name, organisation_name = excluded.organisation_name,
                       sector = excluded.sector, area_id = excluded.area_id, language = excluded.language,
                       attendance = excluded.attendance, if_full = excluded.if_full,
                       request_key = excluded.request_key, ended_at = null, paused_until = null, place = default,
                       version = member.version + 1
                 where member.ended_at is not null
                returning
                """ + COLUMNS)
                .mapping(MemberStore::member)
                .execute(Tuple.tuple()
                        .addUUID(one.id())
                        .addUUID(one.organisation())
                        .addUUID(one.series())
                        .addString(one.email().orElseThrow())
                        .addBuffer(person)
                        .addString(one.name().orElse(null))
                        .addString(one.organisationName().orElse(null))
                        .addString(one.sector().orElse(null))
                        .addUUID(one.area().orElse(null))
                        .addString(one.language())
                        .addString(one.attendance().code())
                        .addString(one.ifFull().code())
                        .addString(request.orElse(null))
                        .addOffsetDateTime(time(now)))
                .compose(rows -> first(rows)
                        .map(fresh -> Future.succeededFuture(new Written(fresh, true, false)))
                        .orElseGet(() -> known(one, request)));
    }

    private Future<Written> known(Member one, Optional<String> request) {
        return sql.preparedQuery("select request_key is not distinct from $3 and $3::text is not null as repeated, "
                        + COLUMNS + """
                  from member
                 where series_id = $1 and email_key = lower($2)
                """)
                .execute(Tuple.of(one.series(), one.email().orElseThrow(), request.orElse(null)))
                .map(rows -> rows.iterator().next())
                .map(row -> new Written(member(row), false, row.getBoolean("repeated")));
    }

    /** Dates that start before then are not for them; empty for every date again. */
    Future<Void> pause(UUID id, Optional<Instant> until) {
        return sql.preparedQuery("""
                update member set paused_until = $2, version = version + 1 where id = $1 and ended_at is null
                """)
                .execute(Tuple.of(id, until.map(MemberStore::time).orElse(null)))
                .mapEmpty();
    }

    Future<Void> stop(UUID id, Instant now) {
        return sql.preparedQuery("""
                update member set ended_at = $2, version = version + 1 where id = $1 and ended_at is null
                """).execute(Tuple.of(id, time(now))).mapEmpty();
    }

    Future<Void> prefer(UUID id, Attendance way, IfFull ifFull) {
        return sql.preparedQuery("""
                update member set attendance = $2, if_full = $3, version = version + 1 where id = $1
                """)
                .execute(Tuple.of(id, way.code(), ifFull.code()))
                .mapEmpty();
    }

    /** Nothing of the person stays. */
    Future<Void> blank(UUID id, Instant now) {
        return sql.preparedQuery("""
                update member
                   set email = null, email_key = null, person_key = null, name = null, organisation_name = null, area_id = null,
                       request_key = null, ended_at = coalesce(ended_at, $2), version = version + 1
                 where id = $1
                """).execute(Tuple.of(id, time(now))).mapEmpty();
    }

    /** They do not come to this date, whether or not they were registered for it. */
    Future<Void> skip(UUID member, UUID event) {
        return sql.preparedQuery("insert into member_skip (member_id, event_id) values ($1, $2) on conflict do nothing")
                .execute(Tuple.of(member, event))
                .mapEmpty();
    }

    Future<Void> unskip(UUID member, UUID event) {
        return sql.preparedQuery("delete from member_skip where member_id = $1 and event_id = $2")
                .execute(Tuple.of(member, event))
                .mapEmpty();
    }

    static OffsetDateTime time(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    /** What they told of themselves, for a registration; they answered no questions. */
    static Arrival.Details details(Member one, int questionsVersion) {
        return new Arrival.Details(
                one.name().orElse(""),
                one.organisationName(),
                one.sector(),
                one.area(),
                one.language(),
                questionsVersion,
                new io.vertx.core.json.JsonObject());
    }

    static Member member(Row row) {
        return new Member(
                row.getUUID("id"),
                row.getUUID("organisation_id"),
                row.getUUID("series_id"),
                Optional.ofNullable(row.getString("email")),
                Optional.ofNullable(row.getString("name")),
                Optional.ofNullable(row.getString("organisation_name")),
                Optional.ofNullable(row.getString("sector")),
                Optional.ofNullable(row.getUUID("area_id")),
                row.getString("language"),
                Attendance.of(row.getString("attendance")).orElseThrow(),
                IfFull.of(row.getString("if_full")).orElseThrow(),
                Optional.ofNullable(row.getOffsetDateTime("paused_until")).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getOffsetDateTime("ended_at")).map(OffsetDateTime::toInstant),
                row.getInteger("link_version"),
                row.getOffsetDateTime("created_at").toInstant());
    }

    private static Optional<Member> first(RowSet<Member> rows) {
        return rows.stream().findFirst();
    }
}
