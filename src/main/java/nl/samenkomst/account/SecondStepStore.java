package nl.samenkomst.account;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All SQL on second steps and recovery codes. Give it the pool, or the transaction to be part of. */
record SecondStepStore(SqlClient sql) {

    /** What a code is judged by: the sealed secret, and the step of the last code used. */
    record Kept(Buffer sealed, long lastStep) {}

    Future<Optional<Kept>> find(UUID account) {
        return sql.preparedQuery("""
                select sealed, last_step
                  from second_step
                 where account_id = $1
                """)
                .mapping(row -> new Kept(row.getBuffer("sealed"), row.getLong("last_step")))
                .execute(Tuple.of(account))
                .map(rows -> rows.stream().findFirst());
    }

    /** False where there is one already. */
    Future<Boolean> insert(UUID account, Buffer sealed, long lastStep) {
        return sql.preparedQuery("""
                insert into second_step (account_id, sealed, last_step)
                values ($1, $2, $3)
                on conflict (account_id) do nothing
                """)
                .execute(Tuple.of(account, sealed, lastStep))
                .map(rows -> rows.rowCount() > 0);
    }

    /** Uses the code of this step up. False where it, or a later one, was used first. */
    Future<Boolean> use(UUID account, long step) {
        return sql.preparedQuery("""
                update second_step
                   set last_step = $2
                 where account_id = $1 and last_step < $2
                """).execute(Tuple.of(account, step)).map(rows -> rows.rowCount() > 0);
    }

    Future<Void> delete(UUID account) {
        return sql.preparedQuery("delete from second_step where account_id = $1")
                .execute(Tuple.of(account))
                .mapEmpty();
    }

    Future<Void> insertCodes(UUID account, List<Buffer> hashes) {
        return sql.preparedQuery("""
                insert into recovery_code (account_id, hash)
                select $1, hash
                  from unnest($2::bytea[]) as code (hash)
                """)
                .execute(Tuple.of(account).addArrayOfBuffer(hashes.toArray(Buffer[]::new)))
                .mapEmpty();
    }

    /** Uses a recovery code up. False where there is none such, or it was used. */
    Future<Boolean> useCode(UUID account, Buffer hash) {
        return sql.preparedQuery("""
                update recovery_code
                   set used_at = now()
                 where account_id = $1 and hash = $2 and used_at is null
                """).execute(Tuple.of(account, hash)).map(rows -> rows.rowCount() > 0);
    }

    /** How many recovery codes are left. */
    Future<Integer> codes(UUID account) {
        return sql.preparedQuery("""
                select count(*)::int as n
                  from recovery_code
                 where account_id = $1 and used_at is null
                """)
                .execute(Tuple.of(account))
                .map(rows -> rows.iterator().next().getInteger("n"));
    }

    Future<Void> deleteCodes(UUID account) {
        return sql.preparedQuery("delete from recovery_code where account_id = $1")
                .execute(Tuple.of(account))
                .mapEmpty();
    }
}
