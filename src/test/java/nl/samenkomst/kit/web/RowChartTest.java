package nl.samenkomst.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RowChartTest {

    @Test
    void theLongestBarTakesTheRoomThereIsAndTheOthersAreInProportion() {
        assertThat(drawn(new RowChart.Row("Zorg", 8), new RowChart.Row("Bewoners", 4)))
                .contains("width=\"246\"", "width=\"123\"", ">8<", ">4<");
    }

    @Test
    void whereOneLabelIsLongAllStandAboveTheirBarsWhichThenHaveAllTheRoom() {
        assertThat(drawn(new RowChart.Row("Een huisarts of praktijkondersteuner", 8), new RowChart.Row("Niemand", 4)))
                .contains("Een huisarts of praktijkondersteuner", "width=\"396\"", "width=\"198\"");
        assertThat(drawn(new RowChart.Row("x".repeat(60), 8))).contains("x".repeat(45) + "…");
    }

    @Test
    void whatWasEarlierIsAnEmptyBarWithItsOwnNumber() {
        assertThat(drawn(new RowChart.Row("Zorg", 8, Optional.of(2)))).contains("class=\"before\"", ">2<");
        assertThat(drawn(new RowChart.Row("Zorg", 8))).doesNotContain("before");
    }

    @Test
    void nothingAtAllIsDrawnAsBarsOfNoLength() {
        assertThat(drawn(new RowChart.Row("Zorg", 0))).contains("width=\"0\"", ">0<");
    }

    @Test
    void whatItSaysIsNeverMarkupAndItsNameIsForWhoDoesNotSeeIt() {
        var chart = new RowChart(List.of(new RowChart.Row("<b>", 1)), "\"<i>", "wie", "aantal");

        assertThat(chart.drawing().toString())
                .contains("role=\"img\"", "&lt;b&gt;", "aria-label=\"&quot;&lt;i&gt;\"")
                .doesNotContain("<b>", "<i>");
    }

    @Test
    void aChartWithoutRowsOrOfLessThanNothingIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RowChart(List.of(), "leeg", "wie", "aantal"));
        assertThatIllegalArgumentException().isThrownBy(() -> new RowChart.Row("Zorg", -1));
    }

    private static String drawn(RowChart.Row... rows) {
        return new RowChart(List.of(rows), "Zo was het", "wie", "aantal", "vorig jaar")
                .drawing()
                .toString();
    }
}
