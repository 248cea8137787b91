package nl.samenkomst;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a command works with: the environment it was started in, and where it may write.
 *
 * @param folder the working directory
 * @param out answers alone, for programs to read
 * @param err all else, for people to read
 */
record Console(Map<String, String> environment, Path folder, PrintWriter out, PrintWriter err) {

    Config config() {
        return Config.read(environment, folder);
    }

    void say(String line) {
        err.println(line);
        err.flush();
    }

    void answer(String line) {
        out.println(line);
        out.flush();
    }
}
