package nl.samenkomst.kit.db;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The way PostgreSQL's programs are started: as ourselves or, since they refuse root, in a user namespace of their own
 * or as another user.
 *
 * @param prefix the words that come before every program
 * @param owner the user and group who must own the cluster, where that is not ourselves
 */
record RunsAs(List<String> prefix, Optional<Owner> owner) {

    record Owner(String name, int user, int group) {}

    private static final Duration MOMENT = Duration.ofSeconds(10);
    private static final RunsAs OURSELVES = new RunsAs(List.of(), Optional.empty());
    private static final RunsAs NAMESPACE = new RunsAs(List.of("unshare", "-U", "--"), Optional.empty());

    /** Chooses the way; a cluster that is there already is run by whoever owns it. */
    static RunsAs whoeverMay(Path cluster) throws IOException {
        if (Binaries.windows() || new UnixSystem().getUid() != 0) {
            return OURSELVES;
        }
        var owner = Files.exists(cluster) ? (int) Files.getAttribute(cluster, "unix:uid") : 0;
        if (owner != 0) {
            return as(new Owner("number " + owner, owner, (int) Files.getAttribute(cluster, "unix:gid")));
        }
        if (works(NAMESPACE.words(List.of("true")))) {
            return NAMESPACE;
        }
        return Stream.of("postgres", "nobody")
                .flatMap(name -> owner(name).stream())
                .map(RunsAs::as)
                .filter(way -> works(way.words(List.of("true"))))
                .findFirst()
                .orElseThrow(() -> new DatabaseProblem("PostgreSQL does not run as root, and neither a user namespace"
                        + " (unshare -U) nor another user (setpriv) is allowed here: start Samenkomst as an ordinary"
                        + " user, or set SAMENKOMST_DATABASE_URL"));
    }

    /** A program with its arguments, the way it must be started. */
    List<String> words(List<String> program) {
        return Stream.concat(prefix.stream(), program.stream()).toList();
    }

    /** Gives a file or folder, with all in it, to the user who will run the server. */
    void own(Path path) throws IOException {
        if (owner.isEmpty()
                || Files.getAttribute(path, "unix:uid").equals(owner.get().user())) {
            return;
        }
        try (var all = Files.walk(path)) {
            for (var one : all.toList()) {
                Files.setAttribute(one, "unix:gid", owner.get().group());
                Files.setAttribute(one, "unix:uid", owner.get().user());
            }
        }
    }

    /**
     * Makes sure that the user who will run the server comes as far as this folder.
     *
     * @throws DatabaseProblem naming the path and what to do
     */
    void mustReach(Path folder) {
        if (owner.isPresent() && !works(words(List.of("test", "-x", folder.toString())))) {
            throw new DatabaseProblem("PostgreSQL does not run as root, and user "
                    + owner.get().name()
                    + ", who would run it, cannot reach " + folder + ": set SAMENKOMST_DATA to a folder every user may"
                    + " pass through (for instance under /var/lib), or start Samenkomst as an ordinary user");
        }
    }

    private static RunsAs as(Owner owner) {
        var words = new ArrayList<>(List.of("setpriv", "--reuid=" + owner.user(), "--regid=" + owner.group()));
        words.addAll(List.of("--clear-groups", "--"));
        return new RunsAs(List.copyOf(words), Optional.of(owner));
    }

    private static Optional<Owner> owner(String name) {
        var user = said(List.of("id", "-u", name));
        var group = said(List.of("id", "-g", name));
        return user.flatMap(u -> group.map(g -> new Owner(name, Integer.parseInt(u), Integer.parseInt(g))));
    }

    private static boolean works(List<String> words) {
        return said(words).isPresent();
    }

    /** What a program said; empty when it failed or is not on this system, which is an answer too. */
    private static Optional<String> said(List<String> words) {
        try {
            var outcome = new Command(words, Path.of("/"), "").run(MOMENT);
            return outcome.well() ? Optional.of(outcome.said()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
