package nl.samenkomst.kit.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpUrlTest {

    @ParameterizedTest
    @CsvSource({
        "smtp://mail.example, STARTTLS, mail.example, 587",
        "smtp://mail.example:25, STARTTLS, mail.example, 25",
        "smtp://mail.example:25/?tls=off, PLAIN, mail.example, 25",
        "smtp://mail.example?tls=off, PLAIN, mail.example, 587",
        "smtps://mail.example, TLS, mail.example, 465",
        "smtp://localhost:2525, PLAIN, localhost, 2525",
        "smtp://127.0.0.3:2525, PLAIN, 127.0.0.3, 2525",
        "smtp://[::1]:2525, PLAIN, ::1, 2525",
    })
    void theAddressTellsHowWeSpeak(String text, SmtpUrl.Security security, String host, int port) {
        assertThat(SmtpUrl.parse(text))
                .returns(security, SmtpUrl::security)
                .returns(host, SmtpUrl::host)
                .returns(port, SmtpUrl::port);
    }

    @Test
    void userAndPasswordMayHoldAnyCharacterAndAreNeverShown() {
        var url = SmtpUrl.parse("smtp://samen%40komst:p%3Aa+s%2Fs@mail.example");

        assertThat(url.user()).hasValue("samen@komst");
        assertThat(url.password()).hasValue("p:a+s/s");
        assertThat(url.toString()).isEqualTo("smtp://mail.example:587");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mail.example:587",
                "http://mail.example",
                "smtp://",
                "smtp://user@mail.example",
                "smtp://user:geheim@mail.example?tls=off",
                "smtps://mail.example?tls=off",
                "smtp://mail.example/inbox",
                "smtp://mail.example?tls=no",
                "smtp://mail.example:70000",
                "smtp://us er:x@mail.example",
            })
    void aFaultIsNamedWithoutThePassword(String text) {
        assertThatThrownBy(() -> SmtpUrl.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("geheim");
    }
}
