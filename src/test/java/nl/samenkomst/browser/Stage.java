package nl.samenkomst.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import nl.samenkomst.OpenHouse;
import nl.samenkomst.kit.db.TestDatabase;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One Chromium and one server with caught mail, which all browser tests of a run share. */
final class Stage implements AutoCloseable {

    private final ExtensionContext context;
    private final TestDatabase database = TestDatabase.fresh();
    private final OpenHouse house;
    private final Chromium chromium;
    private Neighbourhood neighbourhood;

    private Stage(ExtensionContext context) throws IOException {
        this.context = context;
        database.beforeAll(context);
        var data = Files.createDirectories(Path.of("target", "browser-data"));
        this.house = OpenHouse.on(database.url(), Files.createTempDirectory(data, "run"), Map.of());
        this.chromium = Chromium.start();
    }

    /** The stage of this run, set up by the first who asks and taken down after the last test. */
    static Stage of(ExtensionContext context) {
        var root = context.getRoot();
        return root.getStore(ExtensionContext.Namespace.create(Stage.class))
                .getOrComputeIfAbsent(Stage.class, first -> set(root), Stage.class);
    }

    private static Stage set(ExtensionContext root) {
        try {
            return new Stage(root);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    TestDatabase database() {
        return database;
    }

    OpenHouse house() {
        return house;
    }

    Chromium chromium() {
        return chromium;
    }

    /** A neighbourhood with one of everything; tests that read share it. */
    Neighbourhood neighbourhood() {
        if (neighbourhood == null) {
            neighbourhood = new Neighbourhood(database, house);
        }
        return neighbourhood;
    }

    @Override
    public void close() {
        chromium.close();
        house.close();
        database.afterAll(context);
    }
}
