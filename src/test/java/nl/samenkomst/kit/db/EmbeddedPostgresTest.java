package nl.samenkomst.kit.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every test leaves the one cluster stopped, so the next may start it. */
class EmbeddedPostgresTest {

    @TempDir
    static Path data;

    @BeforeAll
    static void makeTheCluster() {
        open().close();
    }

    @Test
    void aSecondStartFindsWhatTheFirstWrote() throws IOException, SQLException {
        DatabaseUrl first;
        try (var postgres = open()) {
            first = postgres.url();
            ask(first, "create table kept as select 'kept' as word");
        }
        assertThat(server()).isEmpty();

        try (var postgres = open()) {
            assertThat(ask(postgres.url(), "select word from kept")).isEqualTo("kept");
            assertThat(postgres.url()).isEqualTo(first);
        }
    }

    @Test
    void theFirstStartTellsItsProgress(@TempDir Path fresh) {
        var told = new ArrayList<String>();

        EmbeddedPostgres.open(fresh, TestServer.FAST, told::add).close();

        assertThat(told).hasSizeGreaterThanOrEqualTo(2).last().asString().contains(fresh.toString());
    }

    @Test
    void twoInOneProcessShareItAndTheLastOutStopsIt() throws IOException, SQLException {
        var first = open();
        var second = open();
        assertThat(second.url()).isEqualTo(first.url());

        first.close();
        first.close();
        assertThat(ask(second.url(), "select 'there'")).isEqualTo("there");

        second.close();
        assertThat(server()).isEmpty();
    }

    @Test
    void anotherProcessSharesItAndTheLastOutStopsIt() throws Exception {
        try (var other = OtherProcess.opening(data);
                var postgres = open()) {
            assertThat(postgres.url().port()).isEqualTo(other.port());

            other.leave();
            assertThat(ask(postgres.url(), "select 'there'")).isEqualTo("there");

            postgres.close();
            assertThat(server()).isEmpty();
        }
    }

    @Test
    void whoStartedItMayLeaveFirst() throws Exception {
        var postgres = open();
        try (var other = OtherProcess.opening(data)) {
            postgres.close();
            assertThat(server()).isPresent();

            other.leave();
            assertThat(server()).isEmpty();
        }
    }

    @Test
    void afterAKillOfWhoStartedItTheNextTakesItOverAndStopsIt() throws Exception {
        try (var other = OtherProcess.opening(data)) {
            var before = server();
            other.kill();
            assertThat(server()).isEqualTo(before).isPresent();

            try (var postgres = open()) {
                assertThat(server()).isEqualTo(before);
                assertThat(ask(postgres.url(), "select 'there'")).isEqualTo("there");
            }
            assertThat(server()).isEmpty();
        }
    }

    @Test
    void aServerThatDiedUnderItsUsersIsStartedByTheNext() throws IOException, SQLException {
        try (var first = open()) {
            kill(server().orElseThrow());

            try (var second = open()) {
                assertThat(second.url()).isEqualTo(first.url());
                assertThat(ask(first.url(), "select 'there'")).isEqualTo("there");
            }
        }
    }

    @Test
    void aNumberThatIsAnotherProgramsNowIsNotTakenForTheServer() throws IOException, SQLException {
        var us = ProcessHandle.current().pid();
        Files.writeString(
                cluster().resolve("postmaster.pid"), us + "\n" + cluster() + "\n1\n1\n\n127.0.0.1\n1 1\nready\n");

        try (var postgres = open()) {
            assertThat(ask(postgres.url(), "select 'there'")).isEqualTo("there");
        }
    }

    @Test
    void aClusterThatWasCutShortIsMadeAgain(@TempDir Path fresh) throws IOException, SQLException {
        Files.createDirectories(fresh.resolve("postgres-making/base"));
        Files.writeString(fresh.resolve("postgres-making/PG_VERSION"), "18");
        new Access(1, "of the one that was cut short").write(fresh.resolve("postgres.properties"));

        try (var postgres = EmbeddedPostgres.open(fresh, TestServer.FAST, message -> {})) {
            assertThat(ask(postgres.url(), "select 'there'")).isEqualTo("there");
        }
        assertThat(fresh.resolve("postgres-making")).doesNotExist();
    }

    @Test
    void itIsDurableAndLetsNobodyInWithoutThePassword() throws SQLException, IOException {
        try (var postgres = open()) {
            var url = postgres.url();
            assertThat(ask(url, "show fsync")).isEqualTo("on");
            assertThat(ask(url, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(url, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(url, "show unix_socket_directories")).isEmpty();
            assertThat(ask(url, "select string_agg(distinct auth_method, ',') from pg_hba_file_rules"))
                    .isEqualTo("scram-sha-256");
            assertThat(ask(url, "select lower('ÉÜ') || datlocale from pg_database where datname = 'samenkomst'"))
                    .isEqualTo("éüC.UTF-8");
        }
        assertThat(Files.getPosixFilePermissions(data.resolve("postgres.properties")))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldWithWhatToDo(@TempDir Path fresh) throws IOException {
        var file = Files.createFile(fresh.resolve("file"));

        assertThatExceptionOfType(DatabaseProblem.class)
                .isThrownBy(() -> EmbeddedPostgres.open(file.resolve("data"), message -> {}))
                .withMessageContaining(file.toString())
                .withMessageContaining("SAMENKOMST_DATA");
    }

    @Test
    void aLostPasswordIsToldWithTheFileItWasIn(@TempDir Path fresh) throws IOException {
        Files.createDirectories(fresh.resolve("postgres"));
        Files.writeString(fresh.resolve("postgres/PG_VERSION"), "18");

        assertThatExceptionOfType(DatabaseProblem.class)
                .isThrownBy(() -> EmbeddedPostgres.open(fresh, TestServer.FAST, message -> {}))
                .withMessageContaining("postgres.properties");
    }

    private static EmbeddedPostgres open() {
        return EmbeddedPostgres.open(data, TestServer.DURABLE, message -> {});
    }

    private static Path cluster() {
        return data.resolve("postgres");
    }

    private static Optional<Postmaster> server() throws IOException {
        return Postmaster.of(cluster()).filter(Postmaster::lives);
    }

    private static void kill(Postmaster server) {
        ProcessHandle.of(server.pid()).orElseThrow().destroyForcibly();
        Awaiting.eventually(() -> !server.lives());
    }

    private static String ask(DatabaseUrl url, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        url.jdbc(), url.user(), url.password().orElse(""));
                var statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            var rows = statement.getResultSet();
            return rows.next() ? rows.getString(1) : "";
        }
    }
}
