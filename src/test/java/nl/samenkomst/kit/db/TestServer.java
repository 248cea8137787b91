package nl.samenkomst.kit.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** One PostgreSQL for all tests of this checkout, under {@code target}, with a migrated template to copy from. */
final class TestServer {

    private static final Path FOLDER = Path.of("target", "test-postgres");

    /** The programs are unpacked once per machine. */
    private static final Optional<Path> BINARIES =
            Optional.of(Path.of(System.getProperty("java.io.tmpdir"), "samenkomst-tests"));

    /** As in earnest. */
    static final EmbeddedPostgres.Making DURABLE = new EmbeddedPostgres.Making(BINARIES, Map.of());

    /** Fast, for nothing in it has to survive a power cut. */
    static final EmbeddedPostgres.Making FAST = new EmbeddedPostgres.Making(
            BINARIES,
            Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off", "max_connections", "300"));

    private static final TestServer INSTANCE = started();

    private final DatabaseUrl url;
    private final String template;

    private TestServer(DatabaseUrl url, String template) {
        this.url = url;
        this.template = template;
    }

    static TestServer instance() {
        return INSTANCE;
    }

    private static TestServer started() {
        var postgres = EmbeddedPostgres.open(FOLDER, FAST, message -> {});
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
        var template = "template_" + digestOfMigrations();
        makeTemplate(postgres.url(), template);
        return new TestServer(postgres.url(), template);
    }

    /** Under a lock, since tests may run in several processes; it gets its name when it is whole. */
    private static void makeTemplate(DatabaseUrl url, String template) {
        try (var connection = connect(url);
                var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(1)");
            if (!exists(connection, template)) {
                statement.execute("drop database if exists " + template + "_part");
                statement.execute("create database " + template + "_part");
                Migrations.run(url.withName(template + "_part"));
                statement.execute("alter database " + template + "_part rename to " + template);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes a database like the template, or an empty one. */
    DatabaseUrl make(String name, boolean migrated) {
        execute("create database " + name + (migrated ? " template " + template : " template template0"));
        return url.withName(name);
    }

    /** Drops it, cutting off who is still connected. */
    void drop(String name) {
        execute("drop database if exists " + name + " with (force)");
    }

    /** Cuts off everyone who is connected to it, as a restart of the server would. */
    void cutOff(String name) {
        execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
    }

    private void execute(String sql) {
        try (var connection = connect(url);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static boolean exists(Connection connection, String name) throws SQLException {
        try (var query = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            query.setString(1, name);
            return query.executeQuery().next();
        }
    }

    private static Connection connect(DatabaseUrl url) throws SQLException {
        return DriverManager.getConnection(
                url.jdbc(), url.user(), url.password().orElse(""));
    }

    private static String digestOfMigrations() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var folder = TestServer.class.getResource("/db/migration");
            if (folder != null) {
                try (var files = Files.list(Path.of(folder.toURI()))) {
                    for (var file : files.sorted().toList()) {
                        digest.update(file.getFileName().toString().getBytes());
                        digest.update(Files.readAllBytes(file));
                    }
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
