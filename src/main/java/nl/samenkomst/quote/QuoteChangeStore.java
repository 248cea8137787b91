package nl.samenkomst.quote;

import static java.time.ZoneOffset.UTC;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** Writes quotes. Give it the transaction that holds the quote's lock, see {@link QuoteStore#lock}. */
record QuoteChangeStore(SqlClient sql) {

    /**
     * A new one, without its wording.
     *
     * @param address sealed
     */
    Future<Void> insert(Giving giving, Optional<byte[]> address, boolean held, Instant now) {
        return sql.preparedQuery("""
                insert into quote (id, organisation_id, event_id, registration_id, address, held, created_at, request_key)
                values ($1, $2, $3, $4, $5, $6, $7, $8)
                """)
                .execute(Tuple.tuple()
                        .addUUID(giving.id())
                        .addUUID(giving.organisation())
                        .addUUID(giving.event())
                        .addUUID(giving.registration().orElse(null))
                        .addBuffer(address.map(Buffer::buffer).orElse(null))
                        .addBoolean(held)
                        .addOffsetDateTime(now.atOffset(UTC))
                        .addString(giving.request()))
                .mapEmpty();
    }

    Future<Void> add(UUID quote, Wording wording) {
        var byline = wording.byline();
        return sql.preparedQuery("""
                insert into wording (quote_id, version, words, attribution, name, role, scopes, language, consent_text, by, made_at,
                                     consented_at)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
                """)
                .execute(Tuple.tuple()
                        .addUUID(quote)
                        .addInteger(wording.version())
                        .addString(wording.words())
                        .addString(byline.kind().code())
                        .addString(byline.name().orElse(null))
                        .addString(byline.role().orElse(null))
                        .addArrayOfString(wording.scopes().stream()
                                .map(Scope::code)
                                .sorted()
                                .toArray(String[]::new))
                        .addString(wording.language())
                        .addInteger(wording.consentText().orElse(null))
                        .addString(wording.byStaff() ? "staff" : "author")
                        .addOffsetDateTime(wording.madeAt().atOffset(UTC))
                        .addOffsetDateTime(wording.consentedAt()
                                .map(at -> at.atOffset(UTC))
                                .orElse(null)))
                .mapEmpty();
    }

    /** What was proposed is proposed no more; it never bore consent, so nothing of it is kept. */
    Future<Void> drop(UUID quote, int wording) {
        return sql.preparedQuery("delete from wording where quote_id = $1 and version = $2 and consented_at is null")
                .execute(Tuple.of(quote, wording))
                .mapEmpty();
    }

    /** The author agreed to what staff proposed. */
    Future<Void> consent(UUID quote, int wording, Instant now) {
        return sql.preparedQuery("""
                update wording
                   set consented_at = $3, consent_text = $4
                 where quote_id = $1 and version = $2 and consented_at is null and withdrawn_at is null
                """)
                .execute(Tuple.of(quote, wording, now.atOffset(UTC), Wording.CONSENT_TEXT))
                .mapEmpty();
    }

    /** Whoever approved it looked at it. */
    Future<Void> approve(UUID quote, Instant now) {
        return sql.preparedQuery("""
                update quote
                   set status = 'approved', approved_at = $2, held = false, reason = null, version = version + 1
                 where id = $1 and withdrawn_at is null
                """)
                .execute(Tuple.of(quote, now.atOffset(UTC)))
                .mapEmpty();
    }

    Future<Void> reject(UUID quote, String reason) {
        return sql.preparedQuery("""
                update quote
                   set status = 'rejected', approved_at = null, reason = nullif($2, ''), version = version + 1
                 where id = $1 and withdrawn_at is null
                """).execute(Tuple.of(quote, reason)).mapEmpty();
    }

    /**
     * It is to be looked at, again.
     *
     * @param refused when the author refused other words, if that is why
     */
    Future<Void> reopen(UUID quote, boolean held, Optional<Instant> refused) {
        return sql.preparedQuery("""
                update quote
                   set status = 'given', approved_at = null, reason = null, held = $2, refused_at = $3, reminded_at = null,
                       version = version + 1
                 where id = $1 and withdrawn_at is null
                """)
                .execute(Tuple.of(
                        quote, held, refused.map(at -> at.atOffset(UTC)).orElse(null)))
                .mapEmpty();
    }

    Future<Void> remind(UUID quote, Instant now) {
        return sql.preparedQuery("update quote set reminded_at = $2, version = version + 1 where id = $1")
                .execute(Tuple.of(quote, now.atOffset(UTC)))
                .mapEmpty();
    }

    /** Nothing is left but that there was consent, from when until when. */
    Future<Void> withdraw(Collection<UUID> quotes, Instant now) {
        return sql.preparedQuery("""
                with gone as (
                    update quote
                       set withdrawn_at = $2, address = null, reason = null, held = false, version = version + 1
                     where id = any($1) and withdrawn_at is null
                    returning id)
                update wording
                   set words = null, name = null, role = null, withdrawn_at = $2
                  from gone
                 where quote_id = gone.id and withdrawn_at is null
                """)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(quotes.toArray(UUID[]::new))
                        .addOffsetDateTime(now.atOffset(UTC)))
                .mapEmpty();
    }

    /** Whether this person is not erased, who then stays so until the end of the transaction. */
    Future<Boolean> hold(UUID registration) {
        return sql.preparedQuery("select from registration where id = $1 and by is distinct from 'erased' for share")
                .execute(Tuple.of(registration))
                .map(rows -> rows.rowCount() == 1);
    }

    /** Whoever gives for this registration or event gives alone until the end of the transaction, so that a count holds. */
    Future<Void> serialise(UUID giver) {
        return sql.preparedQuery("select pg_advisory_xact_lock(hashtextextended('quote ' || $1::uuid::text, 0))")
                .execute(Tuple.of(giver))
                .mapEmpty();
    }
}
