package nl.samenkomst.recap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.image.SamplePicture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Photos and files of a recap: what is taken in, who sees it, and that it is gone as soon as somebody asks. */
class PhotosTest {

    private static final Map<String, String> WORDS =
            Map.of("alt", "Een kaart op een tafel", "caption", "De kaart", "maker", "Tom van Beek", "basis", "notice");
    private static final byte[] PHOTO = SamplePicture.plain("jpg", 64, 36);
    private static final byte[] PDF = "%PDF-1.7\n<script>alert(1)</script>".getBytes(UTF_8);
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private RecapHouse house;

    @BeforeEach
    void open() {
        house = new RecapHouse(database);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aPhotoIsPublicOnlyWhileItsRecapIs() {
        var path = added();
        assertThat(house.visit(path).statusCode()).isEqualTo(404);
        assertThat(house.get(house.desk() + path).statusCode()).isEqualTo(200);

        house.published();
        assertThat(house.visit(house.page()).body())
                .contains(path, "alt=\"Een kaart op een tafel\"", "Tom van Beek", path + "/remove");
        var shown = house.visit(path);
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(shown.headers().firstValue("Cache-Control")).hasValue("public, max-age=30");
        assertThat(shown.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");

        house.post(house.desk() + "/take-back", Map.of());
        assertThat(house.visit(path).statusCode()).isEqualTo(404);
        assertThat(house.visit(path + "/remove").statusCode()).isEqualTo(404);
    }

    @Test
    void withoutABasisNothingIsTakenInNorEverShown() {
        var words = new HashMap<>(WORDS);
        words.remove("basis");
        var answer = house.upload(house.desk() + "/photos", words, "photo", PHOTO);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Kies waarom deze foto erop mag.", "href=\"#basis-new\"", "Tom van Beek");
        assertThat(house.sql("select 1 from photo")).isEmpty();

        var path = added();
        house.sql("update photo set basis = null");
        assertThat(house.publish("Iets.", 0).statusCode()).isEqualTo(422);
        house.sql(
                "insert into recap (event_id, organisation_id, published_at) values ($1, $2, now())",
                house.event.id(),
                house.organisation.id());
        assertThat(house.visit(path).statusCode()).isEqualTo(404);
        assertThat(house.visit(house.page()).body()).doesNotContain(path);
    }

    @Test
    void withoutWordsForWhoDoesNotSeeItItIsNotPublished() {
        var words = new HashMap<>(WORDS);
        words.put("alt", " ");
        assertThat(house.upload(house.desk() + "/photos", words, "photo", PHOTO).statusCode())
                .isEqualTo(303);
        assertThat(house.reads(house.desk())).contains("Staat er nog niet op");

        var answer = house.publish("Iets.", 0);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Bij een foto staat nog niet wat erop te zien is", "Iets.");
        assertThat(house.post(house.desk() + photoPath(), WORDS).statusCode()).isEqualTo(303);
        assertThat(house.publish("Iets.", 0).statusCode()).isEqualTo(303);
    }

    @Test
    void whoeverIsOnItHasItTakenAwayAtOnce() {
        var path = added();
        house.published();
        assertThat(house.visit(house.page()).body()).contains(path);
        assertThat(house.visitAndPost(path + "/remove", Map.of()).statusCode()).isEqualTo(422);
        assertThat(house.visit(path).statusCode()).isEqualTo(200);

        var asked = ask(path);

        assertThat(asked.body()).contains("De foto is weg");
        assertThat(house.visit(path).statusCode()).isEqualTo(404);
        assertThat(house.visit(house.page()).body()).doesNotContain(path);
        assertThat(house.reads(house.desk())).contains("Iemand vroeg om een foto weg te halen.", "Verborgen");
        assertThat(house.reads(house.desk() + "/preview")).doesNotContain(path);
        assertThat(house.publish("Anders.", 1).statusCode()).isEqualTo(303);
        assertThat(house.visit(path).statusCode()).isEqualTo(404);
    }

    @Test
    void aHiddenPhotoComesBackOnlyForAReasonAndMayBeAskedForAgain() {
        var path = added();
        house.published();
        ask(path);

        assertThat(house.post(house.desk() + path, Map.of("do", "back")).statusCode())
                .isEqualTo(422);
        assertThat(house.visit(path).statusCode()).isEqualTo(404);
        house.post(house.desk() + path, Map.of("do", "back", "because", "Er staat niemand op."));
        assertThat(house.visit(path).statusCode()).isEqualTo(200);
        assertThat(house.reads(house.desk())).contains("Er staat niemand op.");

        ask(path);
        assertThat(house.visit(path).statusCode()).isEqualTo(404);
    }

    @Test
    void aPhotoThatIsThrownAwayIsGoneForGood() {
        var path = added();
        house.published();

        house.post(house.desk() + path, Map.of("do", "delete"));

        assertThat(house.sql("select 1 from photo")).isEmpty();
        assertThat(house.visit(path).statusCode()).isEqualTo(404);
        assertThat(house.post(house.desk() + path, Map.of("do", "delete")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void nothingThatCameWithThePixelsIsKept() {
        var path = added(SamplePicture.held(PHOTO, 6));

        var bytes =
                house.sql("select bytes from photo").get(0).getBuffer("bytes").toString("ISO-8859-1");

        assertThat(bytes).doesNotContain("Exif");
        assertThat(house.sql("select width, height from photo").get(0).getInteger("width"))
                .isEqualTo(36);
        assertThat(path).isEqualTo(photoPath());
    }

    @Test
    void whatCannotBeAPhotoIsRefusedInWords() {
        assertRefused("<svg/>".getBytes(UTF_8), "Dit is geen plaatje");
        assertRefused(SamplePicture.claiming(60_000, 60_000), "Dit plaatje is te groot: 60.000 bij 60.000");
        assertRefused(SamplePicture.claiming(11_000, 11_000), "te veel beeldpunten");
        assertRefused(new byte[PhotosDesk.MOST_BYTES + 1], "ten hoogste 12 MB");
        assertRefused(new byte[0], "Kies eerst een bestand.");
        assertThat(house.sql("select 1 from photo")).isEmpty();
    }

    @Test
    void aBodyThatIsFarTooHeavyIsNotEvenRead() {
        assertThat(house.upload(house.desk() + "/photos", WORDS, "photo", new byte[20 * 1024 * 1024])
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void photosOfAnotherGatheringAreNotTouched() {
        var path = added();
        var other = SampleEvent.of(house.network).slug("ander").in(database.pool());

        var elsewhere = "/organise/events/" + other.slug() + "/recap" + path;

        assertThat(house.post(elsewhere, Map.of("do", "delete")).statusCode()).isEqualTo(404);
        assertThat(house.post(elsewhere, WORDS).statusCode()).isEqualTo(404);
        assertThat(house.get(elsewhere).statusCode()).isEqualTo(404);
    }

    @Test
    void photosStandInTheOrderThatStaffPutThemIn() {
        var first = added();
        added();
        var second = house.sql("select id from photo where id <> $1", id(first))
                .get(0)
                .getUUID("id");

        house.post(house.desk() + "/photos/" + second, Map.of("do", "forward"));

        assertThat(house.sql("select id from photo order by position").get(0).getUUID("id"))
                .isEqualTo(second);
    }

    @Test
    void aFileIsGivenToBeSavedAndCanDoNothingInOurName() {
        var answer = house.upload(house.desk() + "/downloads", Map.of("name", "Buurtkaart Osdorp"), "file", PDF);
        assertThat(answer.statusCode()).isEqualTo(303);
        var path = "/downloads/" + house.sql("select id from download").get(0).getUUID("id");
        assertThat(house.visit(path).statusCode()).isEqualTo(404);
        house.published();
        assertThat(house.visit(house.page()).body()).contains("Buurtkaart Osdorp", "PDF, 1 kB", path);

        var given = house.visit(path);

        assertThat(given.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(given.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"buurtkaart-osdorp.pdf\"");
        assertThat(given.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("sandbox;");
        assertThat(given.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        house.post(house.desk() + path, Map.of());
        assertThat(house.visit(path).statusCode()).isEqualTo(404);
    }

    @Test
    void onlyAPdfIsTakenAndNoHeavyOne() {
        var html = house.upload(house.desk() + "/downloads", Map.of("name", "x"), "file", "<html>".getBytes(UTF_8));
        assertThat(html.statusCode()).isEqualTo(422);
        assertThat(html.body()).contains("Dit is geen PDF.");
        var heavy = new byte[DownloadsDesk.MOST_BYTES + 1];
        assertThat(house.upload(house.desk() + "/downloads", Map.of("name", "x"), "file", heavy)
                        .body())
                .contains("ten hoogste 5 MB");
        assertThat(house.sql("select 1 from download")).isEmpty();
    }

    private void assertRefused(byte[] file, String words) {
        var answer = house.upload(house.desk() + "/photos", WORDS, "photo", file);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(words, "Tom van Beek", "Fout:");
    }

    /** Where the photo that is sent in now will be seen. */
    private String added() {
        return added(PHOTO);
    }

    private String added(byte[] photo) {
        assertThat(house.upload(house.desk() + "/photos", WORDS, "photo", photo).statusCode())
                .isEqualTo(303);
        return photoPath();
    }

    private String photoPath() {
        return "/photos/"
                + house.sql("select id from photo order by position").get(0).getUUID("id");
    }

    private static UUID id(String path) {
        return UUID.fromString(path.substring("/photos/".length()));
    }

    /** Opens the form and sends it, as whoever is on the photo does. */
    private HttpResponse<String> ask(String path) {
        var form = TOKEN.matcher(house.visit(path + "/remove").body());
        assertThat(form.find()).isTrue();
        return house.visitAndPost(path + "/remove", Map.of("token", form.group(1)));
    }
}
