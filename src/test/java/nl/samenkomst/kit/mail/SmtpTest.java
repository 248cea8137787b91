package nl.samenkomst.kit.mail;

import static nl.samenkomst.kit.db.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.vertx.core.Vertx;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.kit.mail.FaultyMailServer.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SmtpTest {

    private static final Smtp.Patience SHORT =
            new Smtp.Patience(Duration.ofMillis(500), Duration.ofMillis(400), Duration.ofMillis(1_200));

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        await(vertx.close());
    }

    @Test
    void aLetterArrivesAtTheOnePersonItIsFor() throws Exception {
        var mailbox = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
        mailbox.start();
        try {
            assertThat(send(SmtpUrl.local(mailbox.getSmtp().getPort()))).isEqualTo(new Outcome.Sent());

            MimeMessage[] arrived = mailbox.getReceivedMessages();
            assertThat(arrived).hasSize(1);
            assertThat(arrived[0].getAllRecipients())
                    .extracting(Object::toString)
                    .containsExactly("fatima@osdorp.example");
            assertThat(arrived[0].getHeader("Message-ID")).containsExactly("<1@localhost>");
            assertThat(arrived[0].getHeader("Auto-Submitted")).containsExactly("auto-generated");
        } finally {
            mailbox.stop();
        }
    }

    @Test
    void lettersGoOverOneConnectionUntilTheServerEndsIt() {
        try (var server = new FaultyMailServer(vertx, Fault.NONE)) {
            var smtp = new Smtp(vertx, server.url(), 1);
            for (int i = 0; i < 3; i++) {
                assertThat(await(smtp.send(letter()))).isEqualTo(new Outcome.Sent());
            }
            assertThat(server.calls()).isEqualTo(1);

            server.hangUp();
            assertThat(await(smtp.send(letter()))).isEqualTo(new Outcome.Sent());

            assertThat(server.calls()).isEqualTo(2);
            assertThat(server.taken()).hasSize(4);
            await(smtp.close());
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForIsNotBelieved() {
        var mailbox = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS).dynamicPort());
        mailbox.start();
        try {
            var url = SmtpUrl.parse("smtps://127.0.0.1:" + mailbox.getSmtps().getPort());

            assertThat(send(url)).isInstanceOf(Outcome.Later.class);
            assertThat(mailbox.getReceivedMessages()).isEmpty();
        } finally {
            mailbox.stop();
        }
    }

    @Test
    void withoutStarttlsNothingIsSaidToAServerElsewhere() {
        try (var server = new FaultyMailServer(vertx, Fault.NONE)) {
            var elsewhere = new SmtpUrl(
                    SmtpUrl.Security.STARTTLS, "127.0.0.1", server.url().port(), Optional.empty(), Optional.empty());

            assertThat(send(elsewhere)).isInstanceOf(Outcome.Later.class);
            assertThat(server.envelopes()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SILENT", "DRIPS", "DROPS_AFTER_THE_DOT"})
    void aServerThatHangsOrDropsIsTriedLaterAndHoldsUsNoLongerThanAgreed(Fault fault) {
        try (var server = new FaultyMailServer(vertx, fault)) {
            assertThat(send(server.url()))
                    .asInstanceOf(type(Outcome.Later.class))
                    .returns(true, Outcome.Later::unreachable);
        }
    }

    @Test
    void aServerThatIsBusyIsTriedLater() {
        try (var server = new FaultyMailServer(vertx, Fault.BUSY)) {
            assertThat(send(server.url()))
                    .asInstanceOf(type(Outcome.Later.class))
                    .returns(false, Outcome.Later::unreachable)
                    .satisfies(later -> assertThat(later.words()).contains("451 later"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"UNKNOWN_RECIPIENT", "UNWANTED_LETTER"})
    void aRefusalIsFinalAndKeepsTheServersWords(Fault fault) {
        try (var server = new FaultyMailServer(vertx, fault)) {
            assertThat(send(server.url()))
                    .asInstanceOf(type(Outcome.Refused.class))
                    .satisfies(refused -> assertThat(refused.words()).containsPattern("no such user|not wanted"));
        }
    }

    @Test
    void aServerThatIsNotThereIsTriedLater() {
        var server = new FaultyMailServer(vertx, Fault.NONE);
        server.close();

        assertThat(send(server.url()))
                .asInstanceOf(type(Outcome.Later.class))
                .returns(true, Outcome.Later::unreachable);
    }

    private Outcome send(SmtpUrl url) {
        return await(new Smtp(vertx, url, 1, SHORT).send(letter()));
    }

    private static Letter letter() {
        return new Letter(
                "<1@localhost>",
                new Sender("Samenkomst", "noreply@localhost"),
                Optional.empty(),
                new EmailAddress("fatima@osdorp.example"),
                "Tot donderdag",
                "Dag Fatima\n",
                "<p>Dag Fatima</p>",
                Optional.empty(),
                Map.of());
    }
}
