package nl.samenkomst.event;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.ArrayList;
import java.util.List;

/** Which formats there are events of, whether or not their plugin is here. */
public record FormatStore(SqlClient sql) {

    /** The ids of these formats, in order. */
    public Future<List<String>> inUse() {
        return sql.query("""
                select distinct format
                  from event
                 order by format
                """).mapping(row -> row.getString("format")).execute().map(rows -> {
            var formats = new ArrayList<String>();
            rows.forEach(formats::add);
            return formats;
        });
    }
}
