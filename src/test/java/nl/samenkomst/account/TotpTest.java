package nl.samenkomst.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;
import nl.samenkomst.kit.web.Seal;
import nl.samenkomst.kit.web.TestSite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(UTF_8);

    /** The last six of the eight digits in RFC 6238, appendix B. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void theCodesAreThoseOfTheStandard(long second, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)))).isEqualTo(code);
    }

    @Test
    void aCodeFitsHalfAMinuteBeforeAndAfterAndNoLonger() {
        var now = Instant.ofEpochSecond(3000);

        assertThat(Totp.fit(SECRET, Totp.code(SECRET, 99), now, 0)).hasValue(99);
        assertThat(Totp.fit(SECRET, Totp.code(SECRET, 100), now, 0)).hasValue(100);
        assertThat(Totp.fit(SECRET, Totp.code(SECRET, 101), now, 0)).hasValue(101);
        assertThat(Totp.fit(SECRET, Totp.code(SECRET, 98), now, 0)).isEmpty();
        assertThat(Totp.fit(SECRET, Totp.code(SECRET, 102), now, 0)).isEmpty();
    }

    @Test
    void aCodeThatWasUsedAndThoseBeforeItFitNoMore() {
        var now = Instant.ofEpochSecond(3000);

        assertThat(Totp.fit(SECRET, Totp.code(SECRET, 100), now, 100)).isEqualTo(OptionalLong.empty());
        assertThat(Totp.fit(SECRET, Totp.code(SECRET, 99), now, 100)).isEmpty();
        assertThat(Totp.fit(SECRET, Totp.code(SECRET, 101), now, 100)).hasValue(101);
    }

    /** RFC 4648, section 10. */
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void bytesBecomeLettersAsTheStandardSays(String bytes, String letters) {
        assertThat(Base32.of(bytes.getBytes(UTF_8))).isEqualTo(letters);
    }

    @Test
    void whatIsSealedForOneAccountOpensForNoOther() {
        var seal = new Seal(TestSite.links("http://localhost:8080"), "second step");
        var ada = UUID.randomUUID();

        var sealed = seal.close(SECRET, ada);

        assertThat(seal.open(sealed, ada)).contains(SECRET);
        assertThat(seal.open(sealed, UUID.randomUUID())).isEmpty();
        sealed[sealed.length - 1] ^= 1;
        assertThat(seal.open(sealed, ada)).isEmpty();
        assertThat(new String(sealed, UTF_8)).doesNotContain("1234567890");
    }
}
