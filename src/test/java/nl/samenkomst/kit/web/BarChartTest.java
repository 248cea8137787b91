package nl.samenkomst.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

final class BarChartTest {

    @Test
    void theHighestBarReachesTheTopAndTheOthersAreInProportion() {
        var drawn = new BarChart(List.of(bar("", 4, false), bar("", 2, false), bar("", 0, false)), "Zo was het")
                .drawing()
                .toString();

        assertThat(drawn).contains("height=\"118\"", "height=\"59\"", "height=\"0\"");
    }

    @Test
    void onlyTheBarsThatMatterBearTheirNumberAndNoneIsNamedByColourAlone() {
        var drawn = new BarChart(List.of(bar("1 dec", 7, true), bar("", 3, false)), "Zo was het")
                .drawing()
                .toString();

        assertThat(drawn)
                .contains(">7<", ">1 dec<", "role=\"img\"", "aria-label=\"Zo was het\"")
                .doesNotContain(">3<");
    }

    @Test
    void whatItSaysIsNeverMarkup() {
        var drawn =
                new BarChart(List.of(bar("<b>", 1, true)), "\"<i>").drawing().toString();

        assertThat(drawn).doesNotContain("<b>", "<i>", "\"\"<");
    }

    @Test
    void aChartOfNothingCanBeDrawnAndOneWithoutBarsCannot() {
        assertThat(new BarChart(List.of(bar("", 0, true)), "Nog niets")
                        .drawing()
                        .toString())
                .contains("height=\"0\"");
        assertThatIllegalArgumentException().isThrownBy(() -> new BarChart(List.of(), "Nog niets"));
        assertThatIllegalArgumentException().isThrownBy(() -> bar("", -1, false));
    }

    private static BarChart.Bar bar(String label, int value, boolean strong) {
        return new BarChart.Bar(label, value, strong);
    }
}
