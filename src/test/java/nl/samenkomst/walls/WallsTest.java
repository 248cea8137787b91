package nl.samenkomst.walls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The house stands as it was drawn; and each wall is shown to stop somebody. */
class WallsTest {

    private static final int LONGEST = 300;

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("nl.samenkomst");
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("planted");

    @TestFactory
    Stream<DynamicTest> everyWallStands() {
        return new Walls("nl.samenkomst")
                .all().entrySet().stream()
                        .map(rule -> dynamicTest(
                                rule.getKey(),
                                () -> rule.getValue().allowEmptyShould(true).check(HOUSE)));
    }

    /** A rule that lets a planted fault through is no wall. Of the line one room is planted, for all alike. */
    @TestFactory
    Stream<DynamicTest> everyWallStopsAPlantedFault() {
        return new Walls("planted")
                .all().entrySet().stream()
                        .filter(rule -> !rule.getKey().startsWith("the room ")
                                || rule.getKey().contains(" event "))
                        .map(rule -> dynamicTest(rule.getKey(), () -> assertThat(
                                        rule.getValue().evaluate(PLANTED).hasViolation())
                                .isTrue()));
    }

    @Test
    void noFileIsTooLongToRead() throws IOException {
        assertThat(tooLong("src", "webroot", "mail-templates", "bin")).isEmpty();
    }

    @Test
    void aFileThatIsTooLongIsFound() throws IOException {
        var folder = Files.createTempDirectory("long");
        Files.write(
                folder.resolve("Long.java"),
                Stream.generate(() -> "line").limit(LONGEST + 1).toList());

        assertThat(tooLong(folder.toString())).hasSize(1);
    }

    private static List<String> tooLong(String... folders) throws IOException {
        var found = new java.util.ArrayList<String>();
        for (var folder : folders) {
            if (!Files.isDirectory(Path.of(folder))) {
                continue;
            }
            try (var files = Files.walk(Path.of(folder))) {
                for (var file : files.filter(WallsTest::written).toList()) {
                    if (Files.readAllLines(file).size() > LONGEST) {
                        found.add(file.toString());
                    }
                }
            }
        }
        return found;
    }

    private static boolean written(Path file) {
        return Stream.of(".java", ".hbs", ".sql", ".js", ".sh").anyMatch(file.toString()::endsWith);
    }

    @Test
    void onlyTheTurnstilesRoomWritesWhoHoldsAndWhoWaits() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            var writers = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(WallsTest::writesCounts)
                    .map(file -> file.getParent().getFileName().toString())
                    .distinct()
                    .toList();
            assertThat(writers).containsExactly("registration");
        }
    }

    private static boolean writesCounts(Path file) {
        try {
            var text = Files.readString(file);
            return text.matches("(?s).*update seats\\b.*\\b(held|waiting|next_place)\\s*=.*");
        } catch (IOException cause) {
            throw new java.io.UncheckedIOException(cause);
        }
    }
}
