package nl.samenkomst;

import static nl.samenkomst.kit.db.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import nl.samenkomst.kit.db.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void empty() {
        database.empty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "serve", "migrate", "account", "account add", "token", "token add", "doctor"})
    void everyCommandHasHelp(String command) {
        assertThat(run((command + " --help").strip().split(" "))).isZero();
        assertThat(out.toString()).contains("Usage: samenkomst");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--nonsense",
                "nonsense",
                "serve --nonsense",
                "serve --demo --no-demo",
                "migrate --nonsense",
                "account",
                "account add ada@elaa.example",
                "account add ada@elaa.example --name Ada --role king",
                "token add ada@elaa.example",
                "token add nobody@elaa.example --label t",
                "doctor --nonsense"
            })
    void whatIsAskedInAWrongWayEndsWithTwoAndAMessage(String command) {
        assertThat(run(command.split(" "))).isEqualTo(2);
        assertThat(err.toString()).isNotBlank();
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void wrongSettingsEndWithALineEach() {
        var settings = Map.of("SAMENKOMST_PORT", "eighty", "SAMENKOMST_LIMITS", "maybe");

        assertThat(run(settings, "migrate")).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(2);
    }

    @Test
    void aDatabaseThatIsAwayIsOneLineWithoutTrace() {
        var settings = Map.of(
                "SAMENKOMST_DATABASE_URL",
                "postgresql://user:geheim@127.0.0.1:" + FreePort.pick() + "/name",
                "SAMENKOMST_SECRET",
                "0123456789abcdef0123456789abcdef");

        assertThat(run(settings, "migrate")).isEqualTo(1);
        assertThat(err.toString().lines()).singleElement().asString().doesNotContain("geheim");
    }

    @Test
    void aTokenStandsAloneOnStdout() {
        assertThat(run("account", "add", "ada@elaa.example", "--name", "Ada", "--role", "owner"))
                .isZero();
        assertThat(out.toString().lines())
                .singleElement()
                .asString()
                .startsWith("http://localhost:8080/")
                .doesNotContain(" ");
        out.getBuffer().setLength(0);

        assertThat(run("token", "add", "ada@elaa.example", "--label", "website"))
                .isZero();
        assertThat(out.toString().lines()).singleElement().asString().matches("[A-Za-z0-9_-]{40,}");
    }

    @Test
    void whereThereAreSeveralOrganisationsTheyAreNamed() {
        await(database.pool().query("""
                        insert into organisation (id, slug, name)
                        values (gen_random_uuid(), 'elaa', 'Elaa'), (gen_random_uuid(), 'alliantie', 'Alliantie')
                        """).execute());

        assertThat(run("account", "add", "ada@elaa.example", "--name", "Ada", "--role", "owner"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("elaa", "alliantie");
    }

    @Test
    void theDoctorSaysALineForEachThing() {
        assertThat(run("doctor")).isZero();
        assertThat(out.toString().lines()).hasSize(7).allSatisfy(line -> assertThat(line)
                .matches("\\w+ +ok .*"));
    }

    @Test
    void theDoctorEndsWithOneWhenSomethingFails() {
        var broken = "smtp://127.0.0.1:" + FreePort.pick();

        assertThat(run(Map.of("SAMENKOMST_SMTP_URL", broken), "doctor")).isEqualTo(1);
        assertThat(out.toString()).containsPattern("SMTP +FAILS");
    }

    private int run(String... arguments) {
        return run(Map.of(), arguments);
    }

    private int run(Map<String, String> further, String... arguments) {
        var settings = InstallationSettings.on(database.url(), folder);
        settings.putAll(further);
        return Main.run(
                new Console(settings, folder, new PrintWriter(out, true), new PrintWriter(err, true)), arguments);
    }
}
