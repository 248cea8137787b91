package nl.samenkomst.kit.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {

    private static String rows(String... cells) {
        var csv = new Csv();
        csv.row(List.of(cells));
        return csv.bytes().toString(UTF_8);
    }

    @Test
    void aSpreadsheetKnowsItByItsMarkItsSemicolonsAndItsLineEnds() {
        assertThat(rows("Ada", "Zorg & Co", "")).isEqualTo("\uFEFFAda;Zorg & Co;\r\n");
    }

    @Test
    void whatWouldBreakARowIsQuoted() {
        assertThat(rows("a;b", "zij zei \"ja\"", "twee\nregels"))
                .isEqualTo("\uFEFF\"a;b\";\"zij zei \"\"ja\"\"\";\"twee\nregels\"\r\n");
    }

    @Test
    void noCellIsReadAsAFormula() {
        assertThat(rows("=1", "+1", "-1", "@a", "\ta", "\ra", "1-1"))
                .isEqualTo("\uFEFF'=1;'+1;'-1;'@a;'\ta;\"'\ra\";1-1\r\n");
    }
}
