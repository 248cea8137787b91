package nl.samenkomst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigTest {

    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    @TempDir
    Path folder;

    @Test
    void everythingHasADefault() {
        var config = Config.read(Map.of(), folder);

        assertThat(config.url()).isEqualTo(URI.create("http://localhost:8080"));
        assertThat(config.host()).isEqualTo("127.0.0.1");
        assertThat(config.port()).isEqualTo(8080);
        assertThat(config.managementPort()).isEqualTo(8081);
        assertThat(config.data()).isEqualTo(folder.resolve("data"));
        assertThat(config.mailFrom().address()).isEqualTo("noreply@localhost");
        assertThat(config.limits()).isTrue();
        assertThat(config.database()).isEmpty();
        assertThat(config.smtp()).isEmpty();
        assertThat(config.trustedProxies()).isEmpty();
    }

    @Test
    void linksBearThePortWeListenOnUnlessToldOtherwise() {
        assertThat(Config.read(Map.of("SAMENKOMST_PORT", "9090"), folder).url()).hasPort(9090);

        var picked = Config.read(Map.of("SAMENKOMST_PORT", "0"), folder);
        assertThat(picked.port()).isPositive();
        assertThat(picked.url()).hasPort(picked.port());
    }

    @Test
    void theEnvironmentWinsOverTheFileAndAnEmptyValueIsNone() throws IOException {
        Files.writeString(
                folder.resolve("samenkomst.properties"),
                "SAMENKOMST_NAME=Elaa\nSAMENKOMST_PORT=9090\nSAMENKOMST_SECRET=\n");

        var config = Config.read(Map.of("SAMENKOMST_PORT", "9091", "SAMENKOMST_NAME", " "), folder);

        assertThat(config.name()).isEqualTo("Elaa");
        assertThat(config.port()).isEqualTo(9091);
        assertThat(config.secret()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SAMENKOMST_URL             | http://samenkomst.example
            SAMENKOMST_URL             | https://samenkomst.example/path
            SAMENKOMST_URL             | https://user@samenkomst.example
            SAMENKOMST_URL             | ftp://localhost
            SAMENKOMST_URL             | localhost:8080
            SAMENKOMST_PORT            | eighty
            SAMENKOMST_PORT            | 65536
            SAMENKOMST_PORT            | -1
            SAMENKOMST_MANAGEMENT_PORT | 8080
            SAMENKOMST_HOST            | two hosts
            SAMENKOMST_DATABASE_URL    | mysql://user@localhost/name
            SAMENKOMST_SMTP_URL        | http://localhost
            SAMENKOMST_SMTP_URL        | smtp://user:password@mail.example?tls=off
            SAMENKOMST_MAIL_FROM       | Samenkomst <nobody>
            SAMENKOMST_REPLY_TO        | answers@samenkomst.example
            SAMENKOMST_IMAP_URL        | imap://user:password@mail.example/INBOX
            SAMENKOMST_IMAP_URL        | imaps://mail.example/INBOX
            SAMENKOMST_SECRET          | too short
            SAMENKOMST_LIMITS          | maybe
            SAMENKOMST_TRUSTED_PROXIES | 10.0.0.0/33
            SAMENKOMST_TRUSTED_PROXIES | proxy.example
            """)
    void aWrongValueIsNamedWithWhatIsExpected(String name, String value) {
        assertThat(faults(Map.of(name, value)))
                .filteredOn(line -> !line.startsWith("SAMENKOMST_SECRET is not set"))
                .singleElement()
                .asString()
                .startsWith(name + " is ")
                .contains("expected: ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SAMENKOMST_URL             | http://127.0.0.1:8080/
            SAMENKOMST_URL             | http://[::1]:8080
            SAMENKOMST_SMTP_URL        | smtp://user:p%40ss@mail.example:587
            SAMENKOMST_SMTP_URL        | smtps://user:password@mail.example
            SAMENKOMST_MAIL_FROM       | Elaa <mail@elaa.example>
            SAMENKOMST_REPLY_TO        | answer+{token}@elaa.example
            SAMENKOMST_IMAP_URL        | imaps://user:password@mail.example/INBOX
            SAMENKOMST_IMAP_URL        | imap://user:password@localhost:143/INBOX
            SAMENKOMST_LIMITS          | off
            SAMENKOMST_TRUSTED_PROXIES | 10.0.0.0/8, ::1
            """)
    void aRightValueIsTaken(String name, String value) {
        assertThat(Config.read(Map.of(name, value), folder)).isNotNull();
    }

    @Test
    void allFaultsAreToldAtOnceAndNoPasswordIsShown() {
        var faults = faults(Map.of(
                "SAMENKOMST_PORT", "eighty",
                "SAMENKOMST_SECRET", "geheim",
                "SAMENKOMST_DATABASE_URL", "postgresql://user:geh/eim@host",
                "SAMENKOMST_SMTP_URL", "smtp://user:geheim@mail.example?tls=off",
                "SAMENKOMST_IMAP_URL", "imap://user:geheim@mail.example/INBOX\nnext"));

        assertThat(faults).hasSize(5).allSatisfy(line -> assertThat(line).doesNotContain("eim", "\n"));
    }

    @Test
    void beyondLoopbackMailMustBeAbleToLeave() {
        assertThat(faults(Map.of("SAMENKOMST_URL", "https://samenkomst.example")))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("SAMENKOMST_SMTP_URL is not set"),
                        line -> assertThat(line).startsWith("SAMENKOMST_MAIL_FROM is not set"));
    }

    @Test
    void allNodesOfAnExternalDatabaseShareASecret() {
        var url = Map.of("SAMENKOMST_DATABASE_URL", "postgresql://user@localhost/name");
        assertThat(faults(url)).singleElement().asString().startsWith("SAMENKOMST_SECRET is not set");

        var both = new HashMap<>(url);
        both.put("SAMENKOMST_SECRET", SECRET);
        assertThat(Config.read(both, folder).database()).isPresent();
    }

    @Test
    void theSettingsThemselvesCanBeLoggedWithoutHarm() {
        var config = Config.read(
                Map.of("SAMENKOMST_SECRET", SECRET, "SAMENKOMST_SMTP_URL", "smtp://user:geheim@mail.example"), folder);

        assertThat(config + " " + config.secret() + config.smtp()).doesNotContain(SECRET, "geheim");
    }

    private List<String> faults(Map<String, String> environment) {
        return catchThrowableOfType(WrongSettings.class, () -> Config.read(environment, folder))
                .lines();
    }
}
