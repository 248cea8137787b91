package nl.samenkomst.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.OffsetDateTime;
import java.util.List;
import nl.samenkomst.kit.rule.Fault;
import nl.samenkomst.kit.rule.Faults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

    private final Faults faults = new Faults();

    @Test
    void whatIsAbsentNullOrBlankIsEmptyAndNoFault() {
        var reader = reader(new JsonObject().putNull("a").put("b", "  "));

        assertThat(reader.line("a", 5)).isEmpty();
        assertThat(reader.line("b", 5)).isEmpty();
        assertThat(reader.whole("c", 0, 9)).isEmpty();
        reader.end();
        assertThat(faults.none()).isTrue();
    }

    @Test
    void textIsCleanedOfWhatNobodySees() {
        var reader = reader(new JsonObject().put("line", " a\u202Eb\u0000\nc ").put("prose", "a\r\nb\u0007"));

        assertThat(reader.line("line", 20)).contains("ab c");
        assertThat(reader.prose("prose", 20)).contains("a\nb");
    }

    @Test
    void lengthIsCountedInCharactersAsPeopleCountThem() {
        var reader = reader(new JsonObject().put("three", "👩👩👩").put("four", "👩👩👩👩"));

        assertThat(reader.line("three", 3)).isPresent();
        assertThat(reader.line("four", 3)).isEmpty();
        assertThat(fields()).containsExactly("four");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://x.nl", "WWW.x.nl", "a@b.nl", "<b>", "a>b", "[x](y", "Jan\nPiet", "Jan\u2028Piet"})
    void aNameThatWouldBecomeALinkIsRefused(String name) {
        assertThat(reader(new JsonObject().put("name", name)).name("name", 100)).isEmpty();
        assertThat(fields()).containsExactly("name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Jan de Vries", "Elaa B.V.", "Buurtzorg.nu", "Fatma (wijkteam) O'Neill"})
    void anOrdinaryNamePasses(String name) {
        assertThat(reader(new JsonObject().put("name", name)).name("name", 100)).contains(name);
    }

    @Test
    void aWrongKindOfValueIsNamed() {
        var reader = reader(new JsonObject()
                .put("line", 5)
                .put("whole", 1.5)
                .put("many", 11)
                .put("truth", "yes")
                .put("time", "2026-12-10T19:00:00")
                .put("zone", "Mars/Olympus")
                .put("inner", "x")
                .put("list", "x")
                .put("address", "http://x.nl")
                .put("email", "a b@x.nl"));
        reader.line("line", 5);
        reader.whole("whole", 0, 9);
        reader.whole("many", 0, 9);
        reader.truth("truth");
        reader.time("time");
        reader.zone("zone");
        reader.inner("inner");
        reader.inners("list", 5);
        reader.address("address", 100);
        reader.email("email");
        reader.end();

        assertThat(fields())
                .containsExactly("line", "whole", "many", "truth", "time", "zone", "inner", "list", "address", "email");
    }

    @Test
    void aFaultWithinAListBearsItsPlace() {
        var reader = reader(new JsonObject()
                .put(
                        "list",
                        new JsonArray()
                                .add(new JsonObject().put("name", "x"))
                                .add(new JsonObject())
                                .add(7)));

        reader.inners("list", 5).forEach(item -> {
            item.needed("name", item.line("name", 5));
            item.end();
        });

        assertThat(fields()).containsExactlyInAnyOrder("list[1].name", "list[2]");
    }

    @Test
    void aFieldThatNobodyAskedForIsRefusedByName() {
        var reader = reader(new JsonObject().put("known", "x").put("unknown", "y"));
        reader.line("known", 5);
        reader.end();

        assertThat(faults.list()).containsExactly(Fault.of("unknown", "error.field.unknown"));
    }

    @Test
    void aTimeKeepsItsOffset() {
        assertThat(reader(new JsonObject().put("t", "2026-12-10T19:00:00+01:00"))
                        .time("t"))
                .contains(OffsetDateTime.parse("2026-12-10T19:00:00+01:00"));
    }

    private JsonReader reader(JsonObject json) {
        return JsonReader.of(json, faults);
    }

    private List<String> fields() {
        return faults.list().stream().map(Fault::field).toList();
    }
}
