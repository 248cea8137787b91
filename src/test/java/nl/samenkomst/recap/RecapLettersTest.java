package nl.samenkomst.recap;

import static nl.samenkomst.kit.db.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.mail.EmailAddress;
import nl.samenkomst.kit.mail.Letter;
import nl.samenkomst.kit.mail.OutboxRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The one letter to those who came, when there is something to read. */
class RecapLettersTest {

    private static final String RESULT = "De kaart hangt bij drie huisartsen.";

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
    void thosePresentAreMailedOnceHoweverOftenItIsPublished() {
        house.counted();
        house.sql("update registration set presence = case when name = 'cas' then 'absent' else 'present' end");
        assertThat(house.reads(house.desk())).contains("Stuur een mail naar de 2 mensen die er waren");
        var form = new LinkedHashMap<>(Map.of("version", "0", "nl[results]", RESULT, "do", "publish"));
        house.post(house.desk(), form);
        assertThat(outbox()).isEmpty();

        form.put("mail", "yes");
        form.put("version", "1");
        house.post(house.desk(), form);
        house.post(house.desk() + "/take-back", Map.of());
        form.put("version", "3");
        house.post(house.desk(), form);

        assertThat(outbox()).containsExactlyInAnyOrder("ada@elaa.example", "bo@elaa.example");
        assertThat(house.reads(house.desk())).contains("kreeg op").doesNotContain("Stuur een mail");
    }

    @Test
    void theLetterTellsTheResultsAndIsNotWrittenOnceItIsTakenBack() {
        house.counted();
        house.published();

        var letter = letter().orElseThrow();
        assertThat(letter.subject()).isEqualTo("Dit kwam eruit: Wijktafel Haven");
        assertThat(letter.text())
                .contains("De terugblik op Wijktafel Almere Haven van donderdag 10 december staat klaar.");
        assertThat(letter.text()).contains(RESULT, "http://localhost:8080/events/tafel/recap");

        house.post(house.desk() + "/take-back", Map.of());
        assertThat(letter()).isEmpty();
    }

    private List<String> outbox() {
        return house.sql("select recipient from outbox where letter = 'recap/published'").stream()
                .map(row -> row.getString("recipient"))
                .toList();
    }

    private Optional<Letter> letter() {
        UUID ada = house.sql("select id from registration where name = 'ada'")
                .get(0)
                .getUUID("id");
        return await(house.letters.write(new OutboxRow(
                1,
                Optional.of(house.organisation.id()),
                RecapLetters.subject(ada),
                0,
                RecapLetters.LETTER,
                "nl",
                Optional.of(new EmailAddress("ada@elaa.example")),
                new JsonObject()
                        .put("registration", ada.toString())
                        .put("event", house.event.id().toString()),
                "<1@samenkomst.example>",
                1,
                Instant.EPOCH,
                Optional.empty())));
    }
}
