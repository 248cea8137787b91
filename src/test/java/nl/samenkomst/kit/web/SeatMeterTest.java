package nl.samenkomst.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class SeatMeterTest {
    @Test
    void aTableHasADotForEachSeatAndARingForEachFreeOne() {
        String drawn = new SeatMeter(24, 18, "18 van de 24 plekken bezet").svg();
        assertThat(drawn.split("<circle", -1)).hasSize(25);
        assertThat(drawn.split("fill=\"none\"", -1)).hasSize(7);
        assertThat(drawn).startsWith("<svg class=\"meter\" role=\"img\" aria-label=\"18 van de 24 plekken bezet\"");
    }

    @Test
    void aTableFillsFromTheStartSideBothRowsAlike() {
        String drawn = new SeatMeter(4, 2, "half").svg();
        assertThat(drawn)
                .contains("<circle cx=\"8.5\" cy=\"5.5\" r=\"4.5\"/><circle cx=\"8.5\" cy=\"30.5\" r=\"4.5\"/>")
                .contains("<circle cx=\"21.5\" cy=\"5.5\" r=\"3.75\"");
    }

    @Test
    void aboveFortySeatsItIsABarFilledByTheShareThatIsTaken() {
        String drawn = new SeatMeter(60, 19, "19 van de 60").svg();
        assertThat(drawn)
                .contains("class=\"meter bar\"")
                .contains("<rect width=\"31.7%\"")
                .doesNotContain("circle");
        assertThat(new SeatMeter(40, 0, "leeg").svg()).contains("circle");
        assertThat(new SeatMeter(41, 0, "leeg").svg()).contains("width=\"0.0%\"");
    }

    @Test
    void theNameCannotLeaveItsQuotes() {
        assertThat(new SeatMeter(2, 1, "\"><script>&").svg())
                .contains("aria-label=\"&quot;>&lt;script>&amp;\"")
                .doesNotContain("<script");
    }

    @Test
    void itHoldsNoStyleOfItsOwn() {
        assertThat(new SeatMeter(24, 3, "3 van de 24").svg()).doesNotContain("style=");
        assertThat(new SeatMeter(99, 3, "3 van de 99").svg()).doesNotContain("style=");
    }

    @Test
    void seatsThatCannotBeAreRefused() {
        assertThatThrownBy(() -> new SeatMeter(0, 0, "geen")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SeatMeter(5, 6, "te veel")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SeatMeter(5, -1, "te weinig")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SeatMeter(5, 1, " ")).isInstanceOf(IllegalArgumentException.class);
    }
}
