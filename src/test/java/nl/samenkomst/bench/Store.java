package nl.samenkomst.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import nl.samenkomst.kit.db.DatabaseUrl;
import nl.samenkomst.kit.db.EmbeddedPostgres;

/** The PostgreSQL that all is measured on: the embedded one, new, in a folder of its own. */
final class Store implements AutoCloseable {

    private final EmbeddedPostgres server;
    private final Path folder;

    Store(Path folder) {
        this.folder = folder;
        this.server = EmbeddedPostgres.open(folder, System.err::println);
    }

    DatabaseUrl url() {
        return server.url();
    }

    /** Another, empty database on the same server. */
    DatabaseUrl database(String name) {
        run(url(), "create database " + name);
        return url().withName(name);
    }

    /** The number of its first process. */
    long process() {
        try {
            return Long.parseLong(Files.readAllLines(folder.resolve("postgres/postmaster.pid"))
                    .get(0)
                    .strip());
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        }
    }

    static String address(DatabaseUrl url) {
        return "postgresql://" + url.user() + ":" + url.password().orElseThrow() + "@" + url.host() + ":" + url.port()
                + "/" + url.name();
    }

    /** Begins a row with nothing left to write out from the one before. */
    void settle() {
        run(url(), "checkpoint");
    }

    static void run(DatabaseUrl url, String... statements) {
        try (var connection = connect(url);
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The first column of the first row. */
    static String ask(DatabaseUrl url, String sql) {
        try (var connection = connect(url);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Connection connect(DatabaseUrl url) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://" + url.host() + ":" + url.port() + "/" + url.name(),
                url.user(),
                url.password().orElse(""));
    }

    @Override
    public void close() {
        server.close();
    }
}
