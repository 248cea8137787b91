package nl.samenkomst.registration;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.rule.Fault;
import nl.samenkomst.kit.web.Shown;

/**
 * The registration form of one event.
 *
 * @param scope of its form token
 * @param invitation the token of the invitation it was opened with
 */
record FormShown(String slug, String scope, Optional<String> invitation, WaysShown ways, PersonShown person) {

    /** What is wrong with a form, above it. */
    record Wrong(String title, String lead, List<Item> items) {

        /** The fields from top to bottom; answers come below, what has no field of its own last. */
        private static final List<String> ORDER = List.of(
                "sessions",
                "attendance",
                "wants",
                "name",
                "email",
                "organisation",
                "area",
                "sector",
                "answers",
                "needs");

        /** @param target the id of the field, which the item leads to */
        record Item(String target, String text) {}

        /** Above a registration form. */
        static Shown of(List<Fault> faults, Words words) {
            return of("registration.form.wrong.title", faults, words);
        }

        /**
         * The panel that makes the page short and stands above the form.
         *
         * @param title the key of its heading
         */
        static Shown of(String title, List<Fault> faults, Words words) {
            return new Shown(
                    0,
                    "faults",
                    "registration/wrong",
                    new Wrong(
                            words.say(title),
                            words.say("registration.form.wrong.lead", faults.size()),
                            faults.stream()
                                    .sorted(Comparator.comparingInt(Wrong::place))
                                    .map(fault ->
                                            new Item(target(fault.field()), words.say(fault.text(), fault.values())))
                                    .toList()));
        }

        private static int place(Fault fault) {
            int index = ORDER.indexOf(fault.field().split("\\[", 2)[0]);
            return index < 0 ? ORDER.size() : index;
        }

        private static String target(String field) {
            return switch (field) {
                case "token", "website", "language" -> "form-title";
                case "wants" -> "attendance";
                default -> field.replace('[', '-').replace("]", "");
            };
        }
    }
}
