package nl.samenkomst.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergePatchTest {

    /** The cases of RFC 7396, appendix A, whose document and patch are objects. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'a':'b'}             | {'a':'c'}                 | {'a':'c'}",
                "{'a':'b'}             | {'b':'c'}                 | {'a':'b','b':'c'}",
                "{'a':'b'}             | {'a':null}                | {}",
                "{'a':'b','b':'c'}     | {'a':null}                | {'b':'c'}",
                "{'a':['b']}           | {'a':'c'}                 | {'a':'c'}",
                "{'a':'c'}             | {'a':['b']}               | {'a':['b']}",
                "{'a':{'b':'c'}}       | {'a':{'b':'d','c':null}}  | {'a':{'b':'d'}}",
                "{'a':[{'b':'c'}]}     | {'a':[1]}                 | {'a':[1]}",
                "{'e':null}            | {'a':1}                   | {'e':null,'a':1}",
                "{}                    | {'a':{'bb':{'ccc':null}}} | {'a':{'bb':{}}}"
            })
    void aPatchDoesWhatTheStandardSays(String document, String patch, String result) {
        assertThat(MergePatch.apply(json(document), json(patch))).isEqualTo(json(result));
    }

    @Test
    void theDocumentItselfStaysAsItWas() {
        var document = json("{'a':{'b':1}}");

        MergePatch.apply(document, json("{'a':{'b':2}}"));

        assertThat(document).isEqualTo(json("{'a':{'b':1}}"));
    }

    private static JsonObject json(String text) {
        return new JsonObject(text.replace('\'', '"'));
    }
}
