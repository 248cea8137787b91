package nl.samenkomst;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import nl.samenkomst.kit.db.DatabaseUrl;

/** Settings of an installation for one test: a database of its own, free ports, a folder of its own. */
final class InstallationSettings {

    private InstallationSettings() {}

    static Map<String, String> on(DatabaseUrl database, Path folder) {
        return on(database, database.port(), folder);
    }

    /** The same, with the database reached by another port. */
    static Map<String, String> on(DatabaseUrl database, int port, Path folder) {
        var login = database.user()
                + database.password().map(password -> ":" + password).orElse("");
        var settings = new HashMap<String, String>();
        settings.put(
                "SAMENKOMST_DATABASE_URL",
                "postgresql://" + login + "@" + database.host() + ":" + port + "/" + database.name());
        settings.put("SAMENKOMST_SECRET", "0123456789abcdef0123456789abcdef");
        settings.put("SAMENKOMST_URL", "http://localhost:8080");
        settings.put("SAMENKOMST_PORT", "0");
        settings.put("SAMENKOMST_MANAGEMENT_PORT", "0");
        settings.put("SAMENKOMST_DATA", folder.toString());
        return settings;
    }
}
