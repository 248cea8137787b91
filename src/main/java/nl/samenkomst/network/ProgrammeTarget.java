package nl.samenkomst.network;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.kit.web.Target;

/** Programmes as paths name them; everyone may see them. */
public enum ProgrammeTarget implements Target<Programme> {
    PROGRAMME;

    @Override
    public String parameter() {
        return "programme";
    }

    @Override
    public Future<Optional<Programme>> find(SqlClient sql, String value) {
        return new ProgrammeStore(sql).bySlug(value);
    }

    @Override
    public UUID organisation(Programme programme) {
        return programme.organisation();
    }

    @Override
    public boolean open(Programme programme) {
        return true;
    }
}
