package nl.samenkomst;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import nl.samenkomst.demo.Wish;
import nl.samenkomst.kit.db.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class DemoStartTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    @TempDir
    Path folder;

    @Test
    void aNewcomerSeesBothNetworksAndTheirPages() {
        try (var house = OpenHouse.on(database.url(), folder, Map.of(), Wish.ALWAYS)) {
            var visitor = house.visitor();

            assertThat(visitor.get("/?lang=nl").body())
                    .contains("Amsterdam", "Nieuw-West", "Wijkmanagement", "Almere")
                    .contains("Wie kent de weg", "Zaal vol", "Aanmelding gesloten", "Programma Samen in de wijk")
                    .doesNotContain("Stuurgroep");
            assertThat(visitor.get("/networks/amsterdam-nieuw-west?lang=nl").body())
                    .contains("De Aker en Sloten", "Samen één buurtkaart")
                    .doesNotContain("Stuurgroep");
            assertThat(visitor.get("/programmes/samen-in-de-wijk?lang=nl").body())
                    .contains("Bootcamp", "036 555 01 87");
            assertThat(visitor.get("/events/alleen-thuis-wat-werkt?lang=nl").body())
                    .contains("De zaal is vol, online is er plek");
            assertThat(visitor.get("/events/stuurgroep-begroting-en-jaarplan?lang=nl")
                            .body())
                    .doesNotContain("jaarplan</h1>");
        }
    }
}
