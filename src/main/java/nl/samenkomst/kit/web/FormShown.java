package nl.samenkomst.kit.web;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.rule.Fault;

/**
 * A form of the workspace, shown by the template {@code kit/web/form}: what is asked, and why it has to be looked at again.
 *
 * @param wrong what is wrong with what was typed
 * @param stale what another saved meanwhile
 */
public record FormShown(Post post, List<Group> groups, Optional<Wrong> wrong, Optional<Stale> stale) {

    /**
     * How it is sent.
     *
     * @param action where to
     * @param version of what is changed, so that nobody overwrites what they never saw; 0 for something new
     */
    public record Post(String action, String token, long version, String button) {}

    /** Some fields under a heading; the heading of the first may be empty. */
    public record Group(String title, String text, List<Field> fields) {

        public Group {
            fields = List.copyOf(fields);
        }
    }

    /** The summary of faults. */
    public record Wrong(String title, String lead, List<Item> items) {

        /** What is wrong with all this; each item leads to its field. */
        public static Wrong of(List<Fault> faults, Words words) {
            return new Wrong(
                    words.say("frame.wrong"),
                    words.say("frame.wrong.lead", faults.size()),
                    faults.stream()
                            .map(fault -> new Item(Field.id(fault.field()), words.say(fault.text(), fault.values())))
                            .toList());
        }
    }

    /**
     * One thing that is wrong.
     *
     * @param target the id of the field
     */
    public record Item(String target, String text) {}

    /** Where two versions differ. */
    public record Stale(List<Difference> differences) {

        /** What differs between the same groups as they are saved now and as they were typed. */
        static Stale between(List<Group> saved, List<Group> typed) {
            var theirs = fields(saved);
            var yours = fields(typed);
            return new Stale(IntStream.range(0, Math.min(theirs.size(), yours.size()))
                    .filter(i -> !theirs.get(i).value().equals(yours.get(i).value()))
                    .mapToObj(i -> new Difference(
                            yours.get(i).label(),
                            theirs.get(i).value(),
                            yours.get(i).value()))
                    .toList());
        }

        private static List<Field> fields(List<Group> groups) {
            return groups.stream().flatMap(group -> group.fields().stream()).toList();
        }
    }

    /** One field in both versions. */
    public record Difference(String label, String theirs, String yours) {}

    public FormShown {
        groups = List.copyOf(groups);
    }

    /**
     * The form with what is saved in it, or with what was typed.
     *
     * @param base where the words of its fields begin, see {@link Fields}
     * @param ask which fields there are
     */
    public static FormShown of(
            Post post,
            JsonObject saved,
            Optional<Again> again,
            Words words,
            String base,
            Function<Fields, List<Group>> ask) {
        var now = ask.apply(Fields.of(saved, List.of(), words, base));
        var shown = again.map(one -> ask.apply(Fields.of(one.typed(), one.faults(), words, base)))
                .orElse(now);
        return new FormShown(
                post,
                shown,
                again.flatMap(one -> one.wrong(words)),
                again.filter(Again::stale).map(one -> Stale.between(now, shown)));
    }
}
