package nl.samenkomst;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.account.Role;

/**
 * Who may use a route: a line of {@code who-may-what.txt}.
 *
 * @param who in the words that the head of that file explains
 */
record Expectation(String method, String path, String who) {

    /** Who comes, and what they bear. */
    enum Kind {
        STRANGER,
        FOREIGN_OWNER,
        FACILITATOR,
        ORGANISER,
        OWNER,
        /** An owner whose browser sends the session's cookie with a form of some other site. */
        OWNER_TRICKED,
        /** Without an account, with the right personal link. */
        HOLDER;

        Optional<Role> role() {
            return switch (this) {
                case FACILITATOR -> Optional.of(Role.FACILITATOR);
                case ORGANISER -> Optional.of(Role.ORGANISER);
                case OWNER, OWNER_TRICKED -> Optional.of(Role.OWNER);
                default -> Optional.empty();
            };
        }
    }

    /** What happened at the door. */
    enum Verdict {
        LET_IN,
        SIGN_IN,
        UNAUTHORIZED,
        FORBIDDEN,
        NOT_FOUND
    }

    static List<Expectation> all() {
        try (var in = Expectation.class.getResourceAsStream("who-may-what.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\s+", 3))
                    .map(part -> new Expectation(part[0], part[1], part[2]))
                    .toList();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    String route() {
        return method + " " + path;
    }

    /** What is right for whoever comes; several where the thing asked for need not be there. */
    List<Verdict> of(Kind kind) {
        return switch (who) {
            case "anyone" -> List.of(Verdict.LET_IN);
            case "anyone-asks" -> List.of(Verdict.LET_IN, Verdict.NOT_FOUND);
            case "holder" -> List.of(kind == Kind.HOLDER ? Verdict.LET_IN : Verdict.NOT_FOUND);
            case "staff" -> List.of(staff(kind));
            default ->
                who.endsWith(" asks") && role(kind) == Verdict.LET_IN
                        ? List.of(Verdict.LET_IN, Verdict.NOT_FOUND)
                        : List.of(role(kind));
        };
    }

    private Verdict staff(Kind kind) {
        return switch (kind) {
            case STRANGER, HOLDER -> unknown();
            case OWNER_TRICKED -> looks() ? Verdict.LET_IN : Verdict.FORBIDDEN;
            default -> Verdict.LET_IN;
        };
    }

    private Verdict role(Kind kind) {
        var words = who.split(" ");
        var needed = Role.of(words[0]).orElseThrow(() -> new AssertionError("nobody is called " + who));
        if (kind == Kind.FOREIGN_OWNER && words.length > 1) {
            return Verdict.NOT_FOUND;
        }
        if (kind.role().isPresent() && !kind.role().get().allows(needed)) {
            return Verdict.FORBIDDEN;
        }
        return staff(kind);
    }

    private Verdict unknown() {
        return path.startsWith("/api/") ? Verdict.UNAUTHORIZED : Verdict.SIGN_IN;
    }

    private boolean looks() {
        return method.equals("GET");
    }
}
