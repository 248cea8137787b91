package nl.samenkomst.kit.db;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The class path of the running tests, for a Java process that a test starts. */
public final class TestClassPath {

    private TestClassPath() {}

    /** Surefire starts Java with the class path, other runners load it by a class loader. */
    public static String text() {
        return TestClassPath.class.getClassLoader() instanceof URLClassLoader loader
                ? Arrays.stream(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(":"))
                : System.getProperty("java.class.path");
    }
}
