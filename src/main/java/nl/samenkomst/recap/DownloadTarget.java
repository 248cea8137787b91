package nl.samenkomst.recap;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.kit.rule.Id;
import nl.samenkomst.kit.web.Target;

/** Files that everybody may take along at this moment; all others are not found. */
enum DownloadTarget implements Target<Download> {
    DOWNLOAD;

    @Override
    public String parameter() {
        return "download";
    }

    @Override
    public Future<Optional<Download>> find(SqlClient sql, String value) {
        return Id.of(value)
                .map(id -> new DownloadStore(sql).publicOne(id))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    }

    @Override
    public UUID organisation(Download download) {
        return download.organisation();
    }

    @Override
    public boolean open(Download download) {
        return true;
    }
}
