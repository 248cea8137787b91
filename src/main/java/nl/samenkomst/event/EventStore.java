package nl.samenkomst.event;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.account.Contacts;
import nl.samenkomst.kit.web.Listed;
import nl.samenkomst.kit.web.Paging;
import nl.samenkomst.meeting.Meeting;
import nl.samenkomst.spi.Gathering;
import org.jspecify.annotations.Nullable;

/** All SQL on events. Give it the pool, or the transaction to be part of. Each reading brings events whole, in one statement. */
public record EventStore(SqlClient sql) {

    /** What {@link #event(Row)} reads, and when it was published and last changed. */
    static final String WHOLE = """
            select e.published_at, e.changed_at, e.id, e.organisation_id, e.slug, e.network_id, e.area_id, e.programme_id,
                   e.series_id, e.opens_at, e.format, e.version, e.status,
                   e.registration, e.visibility, e.language, e.starts_at, e.ends_at, e.zone, e.attendance, e.venue,
                   e.on_site_capacity, e.online_capacity, e.waitlist, e.speakers, e.agenda, e.contact, e.questions_version,
                   e.asks_needs, m.id as meeting_id, m.provider, m.url, m.dial_in, m.foreign_id,
                   (select jsonb_object_agg(t.language, jsonb_build_object(
                           'title', t.title, 'summary', t.summary, 'description', t.description))
                      from event_text t
                     where t.event_id = e.id) as texts,
                   (select coalesce(jsonb_agg(jsonb_build_object('id', q.id, 'kind', q.kind, 'label', q.label,
                           'required', q.required, 'choices', q.choices) order by q.position), '[]')
                      from question q
                     where q.event_id = e.id and q.version = e.questions_version) as questions
              from event e
              left join meeting m on m.id = e.meeting_id
            """;

    public Future<Optional<Event>> find(UUID id) {
        return sql.preparedQuery(WHOLE + "where e.id = $1")
                .mapping(EventStore::event)
                .execute(Tuple.of(id))
                .map(EventStore::first);
    }

    public Future<Optional<Event>> bySlug(String slug) {
        return sql.preparedQuery(WHOLE + "where e.slug = $1")
                .mapping(EventStore::event)
                .execute(Tuple.of(slug))
                .map(EventStore::first);
    }

    /** Those of these ids that are there, soonest first. */
    public Future<List<Event>> all(List<UUID> ids) {
        return sql.preparedQuery(WHOLE + "where e.id = any($1) order by e.starts_at, e.id")
                .mapping(EventStore::event)
                .execute(Tuple.of(ids.toArray(UUID[]::new)))
                .map(EventStore::listOf);
    }

    /** The event, held against other changes until this transaction ends: the first lock of the program's order. */
    public Future<Optional<Event>> lock(UUID id) {
        return sql.preparedQuery(WHOLE + "where e.id = $1 for update of e")
                .mapping(EventStore::event)
                .execute(Tuple.of(id))
                .map(EventStore::first);
    }

    /**
     * A part of the events that the filter lets through, by start.
     *
     * @param now decides what is held
     */
    public Future<Listed<Event>> list(EventFilter filter, Paging paging, Instant now) {
        var order = filter.latestFirst() ? "desc" : "asc";
        return sql.preparedQuery(WHOLE + """
                where ($1::uuid is null or e.organisation_id = $1)
                  and ($2::uuid is null or e.network_id = $2)
                  and ($3::uuid is null or e.area_id = $3)
                  and ($4::uuid is null or e.programme_id = $4)
                  and ($5::text is null or e.format = $5)
                  and ($6::timestamptz is null or e.ends_at > $6)
                  and ($7::timestamptz is null or e.starts_at < $7)
                  and ($8::text is null
                       or case when e.status = 'published' and e.ends_at <= $9 then 'held' else e.status end = $8)
                  and (not $10::boolean or (e.status <> 'draft' and e.visibility = 'public'))
                  and ($11::timestamptz is null or (e.starts_at, e.id) %s ($11, $12::uuid))
                  and ($14::text is null
                       or exists (select from event_text t
                                   where t.event_id = e.id and position(lower($14) in lower(t.title)) > 0))
                order by e.starts_at %s, e.id %s
                limit $13
                """.formatted(filter.latestFirst() ? "<" : ">", order, order))
                .mapping(EventStore::event)
                .execute(asked(filter, paging, now))
                .map(rows -> Listed.cut(listOf(rows), paging, EventStore::key));
    }

    private static Tuple asked(EventFilter filter, Paging paging, Instant now) {
        var tuple = Tuple.tuple()
                .addValue(filter.organisation().orElse(null))
                .addValue(filter.network().orElse(null))
                .addValue(filter.area().orElse(null))
                .addValue(filter.programme().orElse(null))
                .addValue(filter.format().orElse(null))
                .addValue(filter.from().map(EventStore::time).orElse(null))
                .addValue(filter.to().map(EventStore::time).orElse(null))
                .addValue(filter.status().orElse(null))
                .addValue(time(now))
                .addValue(filter.listed());
        try {
            var after = paging.after();
            return tuple.addValue(
                            after.map(key -> time(Instant.parse(key.get(0)))).orElse(null))
                    .addValue(after.map(key -> UUID.fromString(key.get(1))).orElse(null))
                    .addValue(paging.limit() + 1)
                    .addValue(filter.text().orElse(null));
        } catch (DateTimeParseException | IllegalArgumentException | IndexOutOfBoundsException foreign) {
            throw Paging.strange();
        }
    }

    private static String key(Event event) {
        return Paging.next(event.start().toString(), event.id().toString());
    }

    /** Which of these slugs, or of those that begin with it and a hyphen, are taken. */
    Future<List<String>> slugsLike(String slug) {
        return sql.preparedQuery("""
                select slug from event where slug = $1 or starts_with(slug, $1 || '-')
                """)
                .mapping(row -> row.getString("slug"))
                .execute(Tuple.of(slug))
                .map(EventStore::listOf);
    }

    /** The event's own row; its words and questions are written apart. */
    Future<Void> insert(Event event) {
        return sql.preparedQuery("""
                insert into event (id, organisation_id, slug, network_id, area_id, programme_id, format, version, status,
                       registration, visibility, language, starts_at, ends_at, zone, attendance, venue, meeting_id,
                       on_site_capacity, online_capacity, waitlist, speakers, agenda, contact, questions_version,
                       asks_needs, series_id)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
                       $23, $24, $25, $26, $27)
                """).execute(columns(event)).mapEmpty();
    }

    /** Writes the event's own row anew, one version on; whoever calls holds its lock. */
    Future<Void> update(Event event, Instant now) {
        return sql.preparedQuery("""
                update event
                   set slug = $3, network_id = $4, area_id = $5, programme_id = $6, format = $7, version = $8, status = $9,
                       registration = $10, visibility = $11, language = $12, starts_at = $13, ends_at = $14, zone = $15,
                       attendance = $16, venue = $17, meeting_id = $18, on_site_capacity = $19, online_capacity = $20,
                       waitlist = $21, speakers = $22, agenda = $23, contact = $24, questions_version = $25,
                       asks_needs = $26,
                       opens_at = case when series_id is not distinct from $27 then opens_at end,
                       members_at = case when series_id is not distinct from $27 then members_at end,
                       series_id = $27, changed_at = $28,
                       published_at = case when $9 = 'published' then coalesce(published_at, $28) else published_at end
                 where id = $1 and organisation_id = $2
                """)
                .execute(columns(event).addValue(time(now)))
                .mapEmpty();
    }

    private static Tuple columns(Event event) {
        return Tuple.tuple()
                .addValue(event.id())
                .addValue(event.organisation())
                .addValue(event.slug())
                .addValue(event.network())
                .addValue(event.area().orElse(null))
                .addValue(event.programme().orElse(null))
                .addValue(event.format())
                .addValue(event.version())
                .addValue(event.status().code())
                .addValue(event.open() ? "open" : "closed")
                .addValue(event.visibility().code())
                .addValue(event.language())
                .addValue(time(event.start()))
                .addValue(time(event.end()))
                .addValue(event.zone().getId())
                .addValue(event.attendance().code())
                .addValue(event.venue().map(EventParts::json).orElse(null))
                .addValue(event.meeting().map(Meeting::id).orElse(null))
                .addValue(event.capacity().onSite().orElse(null))
                .addValue(event.capacity().online().orElse(null))
                .addValue(event.waitlist())
                .addValue(EventParts.array(event.speakers(), EventParts::json))
                .addValue(EventParts.array(event.agenda(), EventParts::json))
                .addValue(Contacts.write(Optional.of(event.contact())))
                .addValue(event.questionsVersion())
                .addValue(event.asksNeeds())
                .addValue(event.series().map(Event.OfSeries::id).orElse(null));
    }

    /** Takes a draft away, and its words and questions with it. */
    Future<Void> delete(UUID id) {
        return sql.preparedQuery("delete from event where id = $1 and status = 'draft'")
                .execute(Tuple.of(id))
                .mapEmpty();
    }

    static OffsetDateTime time(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    static Event event(Row row) {
        return new Event(
                row.getUUID("id"),
                row.getUUID("organisation_id"),
                row.getString("slug"),
                row.getUUID("network_id"),
                Optional.ofNullable(row.getUUID("area_id")),
                Optional.ofNullable(row.getUUID("programme_id")),
                Optional.ofNullable(row.getUUID("series_id"))
                        .map(id -> new Event.OfSeries(
                                id,
                                Optional.ofNullable(row.getOffsetDateTime("opens_at"))
                                        .map(OffsetDateTime::toInstant))),
                row.getString("format"),
                row.getLong("version"),
                Event.Status.valueOf(capitals(row.getString("status"))),
                row.getString("registration").equals("open"),
                Event.Visibility.valueOf(capitals(row.getString("visibility"))),
                row.getString("language"),
                row.getOffsetDateTime("starts_at").toInstant(),
                row.getOffsetDateTime("ends_at").toInstant(),
                ZoneId.of(row.getString("zone")),
                Gathering.of(row.getString("attendance")).orElseThrow(),
                EventParts.venue(row.getJsonObject("venue")),
                meeting(row),
                new Capacity(number(row, "on_site_capacity"), number(row, "online_capacity")),
                row.getBoolean("waitlist"),
                EventParts.texts(row.getJsonObject("texts")),
                EventParts.speakers(row.getJsonArray("speakers")),
                EventParts.agenda(row.getJsonArray("agenda")),
                Contacts.read(row.getJsonObject("contact")).orElseThrow(),
                row.getInteger("questions_version"),
                EventParts.questions(row.getJsonArray("questions")),
                row.getBoolean("asks_needs"));
    }

    private static Optional<Meeting> meeting(Row row) {
        return Optional.ofNullable(row.getUUID("meeting_id"))
                .map(id -> new Meeting(
                        id,
                        row.getUUID("organisation_id"),
                        row.getString("provider"),
                        Optional.ofNullable(row.getString("url")),
                        Optional.ofNullable(row.getString("dial_in")),
                        Optional.ofNullable(row.getString("foreign_id"))));
    }

    private static Optional<Integer> number(Row row, String column) {
        @Nullable Integer number = row.getInteger(column);
        return Optional.ofNullable(number);
    }

    private static String capitals(String code) {
        return code.toUpperCase(Locale.ROOT);
    }

    private static <T> Optional<T> first(RowSet<T> rows) {
        return rows.stream().findFirst();
    }

    private static <T> List<T> listOf(RowSet<T> rows) {
        return rows.stream().toList();
    }
}
