package nl.samenkomst.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.kit.web.Target;

/** Organisations as paths name them; everyone may see that they are there. */
public enum OrganisationTarget implements Target<Organisation> {
    ORGANISATION;

    @Override
    public String parameter() {
        return "organisation";
    }

    @Override
    public Future<Optional<Organisation>> find(SqlClient sql, String value) {
        return new OrganisationStore(sql).bySlug(value);
    }

    @Override
    public UUID organisation(Organisation organisation) {
        return organisation.id();
    }

    @Override
    public boolean open(Organisation organisation) {
        return true;
    }
}
