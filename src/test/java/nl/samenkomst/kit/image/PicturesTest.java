package nl.samenkomst.kit.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import nl.samenkomst.kit.rule.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesTest {

    private static final Pictures.Bounds BOUNDS = new Pictures.Bounds(512, 100_000);

    @ParameterizedTest
    @CsvSource({"png, 1600, 400", "jpg, 3000, 3999", "png, 4000, 1", "jpg, 10, 10"})
    void aPictureIsDrawnAnewWithinItsBounds(String format, int width, int height) throws IOException {
        var picture = Pictures.drawn("logo", SamplePicture.plain(format, width, height), Pictures.Kind.DRAWING, BOUNDS);

        assertThat(Math.max(picture.width(), picture.height())).isEqualTo(Math.min(512, Math.max(width, height)));
        var read = ImageIO.read(new ByteArrayInputStream(picture.bytes().getBytes()));
        assertThat(read.getWidth()).isEqualTo(picture.width());
        assertThat(picture.type()).isEqualTo(format.equals("png") ? "image/png" : "image/jpeg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg"})
    void whatIsHardToPackIsMadeSmallerUntilItIsLight(String format) {
        var picture = Pictures.drawn("logo", SamplePicture.of(format, 700, 700), Pictures.Kind.DRAWING, BOUNDS);

        assertThat(picture.bytes().length()).isLessThanOrEqualTo(100_000);
        assertThat(picture.width()).isBetween(64, 512);
    }

    @Test
    void nothingIsLeftOfWhatCameWithThePixels() {
        var secret = "GPS 52.37 4.90";
        var bytes = SamplePicture.withPiece(
                SamplePicture.plain("png", 20, 20), "tEXt", ("Comment\0" + secret).getBytes(StandardCharsets.US_ASCII));
        assertThat(text(bytes)).contains(secret);

        assertThat(text(Pictures.drawn("logo", bytes, Pictures.Kind.DRAWING, BOUNDS)
                        .bytes()
                        .getBytes()))
                .doesNotContain(secret);
    }

    @Test
    void whatIsNoPictureIsRefused() {
        assertRefused("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8), "error.image.kind");
        assertRefused(new byte[0], "error.image.kind");
        assertRefused("GIF89a and some more bytes to read".getBytes(StandardCharsets.US_ASCII), "error.image.kind");
        assertRefused(
                new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xff, 0, 0, 0, 0, 0, 0, 0},
                "error.image.kind");
    }

    @Test
    void aHeadThatClaimsTooManyPixelsIsRefusedBeforeAnythingIsDecoded() {
        assertRefused(SamplePicture.claiming(4_001, 10), "error.image.pixels");
        assertRefused(SamplePicture.claiming(60_000, 60_000), "error.image.pixels");
        assertRefused(SamplePicture.claiming(Integer.MAX_VALUE, Integer.MAX_VALUE), "error.image.pixels");
        assertRefused(SamplePicture.claiming(-1, 5), "error.image.kind");
    }

    @Test
    void aBrokenOneIsRefused() {
        var png = SamplePicture.of("png", 300, 300);
        assertRefused(Arrays.copyOf(png, png.length / 2), "error.image.broken");
        assertRefused(SamplePicture.claiming(3_000, 3_000), "error.image.broken");
    }

    @Test
    void aPhotoOfWhichOnlyTheBeginningCameIsRefusedAndOneWithMoreBehindItIsNot() {
        var inside = SamplePicture.plain("jpg", 16, 16);
        var photo = SamplePicture.withSegment(SamplePicture.of("jpg", 300, 300), 0xe1, inside);

        assertRefused(Arrays.copyOf(photo, photo.length / 2), "error.image.broken");
        assertRefused(Arrays.copyOf(photo, photo.length - 2), "error.image.broken");
        assertThat(Pictures.drawn("logo", Arrays.copyOf(photo, photo.length + 500), Pictures.Kind.DRAWING, BOUNDS)
                        .type())
                .isEqualTo("image/jpeg");
    }

    @Test
    void aTextPackedToUnfoldToGigabytesIsNotEvenLookedAt() {
        var broken = "Comment\0\0this is no packed text".getBytes(StandardCharsets.US_ASCII);
        var bytes = SamplePicture.withPiece(SamplePicture.plain("png", 20, 20), "zTXt", broken);

        assertThat(text(PlainPng.of(bytes))).doesNotContain("zTXt").contains("IHDR", "IDAT", "IEND");
        assertThat(Pictures.drawn("logo", bytes, Pictures.Kind.DRAWING, BOUNDS).width())
                .isEqualTo(20);
    }

    @Test
    void aPhotoMayBeLargerAndComesOutAsAJpeg() throws IOException {
        var photo = Pictures.drawn(
                "photo",
                SamplePicture.plain("png", 5_000, 3_000),
                Pictures.Kind.PHOTO,
                new Pictures.Bounds(1_600, 400_000));

        assertThat(photo.type()).isEqualTo("image/jpeg");
        assertThat(photo.width()).isEqualTo(1_600);
        assertThat(photo.height()).isEqualTo(960);
    }

    @Test
    void aPhotoOfMorePixelsThanItMayHaveIsRefusedByItsHead() {
        assertThatThrownBy(() ->
                        Pictures.drawn("photo", SamplePicture.claiming(11_000, 11_000), Pictures.Kind.PHOTO, BOUNDS))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.faults().get(0).text()).isEqualTo("error.image.many"));
    }

    @ParameterizedTest
    @CsvSource({"1, 40, 20", "3, 40, 20", "6, 20, 40", "8, 20, 40"})
    void aPhotoIsTurnedAsTheCameraWasHeldAndTheNoteOfItIsGone(int code, int width, int height) throws IOException {
        var lying = SamplePicture.held(SamplePicture.plain("jpg", 40, 20), code);

        var photo = Pictures.drawn("photo", lying, Pictures.Kind.PHOTO, BOUNDS);

        assertThat(photo.width()).isEqualTo(width);
        assertThat(photo.height()).isEqualTo(height);
        assertThat(text(lying)).contains("Exif");
        assertThat(text(photo.bytes().getBytes())).doesNotContain("Exif");
    }

    @Test
    void theSmallPictureWithinAJpegIsNoPassOverIt() {
        var inside = SamplePicture.plain("jpg", 16, 16);
        var photo = SamplePicture.withSegment(SamplePicture.plain("jpg", 40, 20), 0xe2, inside);

        assertThat(JpegScans.of(photo)).isEqualTo(new JpegScans(1, true));
    }

    private static void assertRefused(byte[] bytes, String text) {
        assertThatThrownBy(() -> Pictures.drawn("logo", bytes, Pictures.Kind.DRAWING, BOUNDS))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.status()).isEqualTo(422);
                    assertThat(refusal.faults().get(0).text()).isEqualTo(text);
                });
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
