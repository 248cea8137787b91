package nl.samenkomst.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import java.util.UUID;

/** Notes who did what when; ids only, never a name or an address. Give it the transaction of what is noted. */
public record AuditStore(SqlClient sql) {

    /**
     * Notes one deed.
     *
     * @param account who did it; empty for the command line
     * @param verb such as {@code event.publish}
     * @param object the id of what it was done to
     */
    public Future<Void> note(UUID organisation, Optional<UUID> account, String verb, String object) {
        return sql.preparedQuery("""
                insert into audit (organisation_id, account_id, verb, object)
                values ($1, $2, $3, $4)
                """)
                .execute(Tuple.of(organisation, account.orElse(null), verb, object))
                .mapEmpty();
    }

    /** Notes what somebody did to their own account, with every organisation they belong to. */
    Future<Void> noteOfOwn(UUID account, String verb) {
        return sql.preparedQuery("""
                insert into audit (organisation_id, account_id, verb, object)
                select organisation_id, account_id, $2, account_id::text
                  from membership
                 where account_id = $1
                """).execute(Tuple.of(account, verb)).mapEmpty();
    }

    /** Notes one deed of whoever asked for it. */
    public Future<Void> note(Caller caller, String verb, String object) {
        return note(caller.organisation().id(), Optional.of(caller.account().id()), verb, object);
    }
}
