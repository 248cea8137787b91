package nl.samenkomst.kit.web;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows of text for a spreadsheet: RFC 4180 with a semicolon, as a Dutch Excel opens it, UTF-8 with the mark by which Excel knows it.
 *
 * <p>A cell that a spreadsheet would read as a formula gets an apostrophe before it: it begins with {@code = + - @}, a tab or a carriage
 * return.
 */
public final class Csv {

    /** The media type of what {@link #bytes} gives. */
    public static final String TYPE = "text/csv; charset=utf-8";

    private static final String FORMULA = "=+-@\t\r";

    private final StringBuilder text = new StringBuilder("\uFEFF");

    /** Adds a row. */
    public void row(List<String> cells) {
        text.append(cells.stream().map(Csv::cell).collect(Collectors.joining(";")))
                .append("\r\n");
    }

    private static String cell(String value) {
        var safe = !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return safe.chars().anyMatch(c -> c == ';' || c == '"' || c == '\n' || c == '\r' || c == ',')
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }

    public Buffer bytes() {
        return Buffer.buffer(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
