package nl.samenkomst.network;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.kit.web.Target;

/** Series as paths name them; everyone may see those that are not by invitation alone. */
public enum SeriesTarget implements Target<Series> {
    SERIES;

    @Override
    public String parameter() {
        return "series";
    }

    @Override
    public Future<Optional<Series>> find(SqlClient sql, String value) {
        return new SeriesStore(sql).bySlug(value);
    }

    @Override
    public UUID organisation(Series series) {
        return series.organisation();
    }

    @Override
    public boolean open(Series series) {
        return !"closed".equals(series.pattern().getString("visibility"));
    }
}
