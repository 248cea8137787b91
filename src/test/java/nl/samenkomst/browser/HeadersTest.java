package nl.samenkomst.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What every answer tells a browser to allow, keep and pass on. */
class HeadersTest {

    @RegisterExtension
    static final TestBrowser browser = new TestBrowser();

    @TestFactory
    Stream<DynamicTest> everyAnswerKeepsTheBrowserOnAShortLead() {
        var guide = new Guide(browser.house().site().routes(), browser.neighbourhood());
        return guide.paths().stream()
                .map(path -> DynamicTest.dynamicTest(path, () -> {
                    var stranger = browser.house().visitor().get(path);
                    var staff = browser.house()
                            .visitor()
                            .get(path, "Cookie", browser.neighbourhood().staff());

                    assertThat(Stream.of(stranger, staff)).allSatisfy(answer -> {
                        if (isFile(path, answer)) {
                            assertThat(header(answer, "Content-Security-Policy"))
                                    .isEqualTo("sandbox; default-src 'none'; frame-ancestors 'none'");
                        } else if (!isLetter(path)) {
                            assertThat(header(answer, "Content-Security-Policy"))
                                    .startsWith("default-src 'none'")
                                    .contains(
                                            isFramedByUs(path, answer)
                                                    ? "frame-ancestors 'self'"
                                                    : "frame-ancestors 'none'")
                                    .contains("base-uri 'none'")
                                    .doesNotContain("unsafe");
                        }
                        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
                        assertThat(header(answer, "Set-Cookie")).isEmpty();
                    });
                    if (isPersonal(path)) {
                        assertThat(header(staff, "Cache-Control")).contains("no-store");
                        assertThat(header(staff, "Referrer-Policy")).isEqualTo("no-referrer");
                    }
                }));
    }

    /** A letter is styled as mail is, and may do nothing else. */
    private static boolean isLetter(String path) {
        return path.endsWith("/html") || path.endsWith("/preview/mail");
    }

    /** What somebody of the staff sent; it is to be kept, not to be shown. */
    private static boolean isFile(String path, HttpResponse<String> answer) {
        return path.contains("/downloads/") && answer.statusCode() == 200;
    }

    /** The form beside which an event is planned shows what visitors will see. */
    private static boolean isFramedByUs(String path, HttpResponse<String> answer) {
        return path.matches("/organise/events/[^/]+/preview") && answer.statusCode() == 200;
    }

    /** What shows one person, or only staff; where nobody signed in it only leads to the door. */
    private static boolean isPersonal(String path) {
        return Stream.of("/registrations/", "/feedback/", "/quotes/", "/staff/", "/organise", "/sign-in", "/my/")
                        .anyMatch(path::startsWith)
                || path.contains("invitation=");
    }

    @Test
    void aCaughtLetterMayLookAsItLikesAndDoNothing() {
        var letter = browser.house()
                .visitor()
                .get("/dev/mail/" + browser.neighbourhood().mail() + "/html");

        assertThat(header(letter, "Content-Security-Policy"))
                .isEqualTo("sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'");
    }

    @Test
    void theOnlyCookieAVisitorGetsIsTheLanguageTheyChose() {
        var chosen = browser.house().visitor().post("/language", Map.of("lang", "en", "back", "/privacy"));

        assertThat(chosen.statusCode()).isEqualTo(303);
        assertThat(header(chosen, "Location")).isEqualTo("/privacy");
        assertThat(header(chosen, "Set-Cookie"))
                .startsWith("language=en")
                .contains("Path=/", "HTTPOnly", "SameSite=Lax");
    }

    @Test
    void aChoiceOfLanguageLeadsNowhereElse() {
        assertThat(Stream.of("//evil.example", "https://evil.example", "/\\evil.example", "/\tx"))
                .allSatisfy(back -> assertThat(header(
                                browser.house().visitor().post("/language", Map.of("lang", "en", "back", back)),
                                "Location"))
                        .isEqualTo("/"));
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
