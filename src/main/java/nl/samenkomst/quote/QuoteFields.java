package nl.samenkomst.quote;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.rule.Fault;
import nl.samenkomst.kit.web.FormShown;

/**
 * The fields of a form for one's own words, shown by the template {@code quote/fields}.
 *
 * @param sentences to pick one from
 * @param own whether words of their own were chosen before a sentence
 * @param email empty where no address is asked for
 * @param worries what should perhaps not be there, in sentences
 * @param wrong the summary of what has to be looked at again
 */
record QuoteFields(
        List<Choice> sentences,
        boolean own,
        Text words,
        List<Choice> attributions,
        Optional<String> attributionError,
        Text name,
        Text role,
        List<Choice> scopes,
        Optional<String> scopesError,
        Optional<Text> email,
        List<String> worries,
        Optional<FormShown.Wrong> wrong) {

    /** A field with text in it. */
    record Text(String value, Optional<String> error) {}

    /** Something to choose. */
    record Choice(String value, String label, boolean chosen) {}

    static QuoteFields of(QuoteForm form, boolean asksAddress, Words words) {
        var faults = form.faults().list();
        return new QuoteFields(
                sentences(form),
                form.pick().equals(QuoteForm.OWN),
                text("words", form.words(), faults, words),
                Arrays.stream(Byline.Kind.values())
                        .map(kind -> new Choice(
                                kind.code(),
                                words.say("quote.give.attribution." + kind.code()),
                                form.attribution().equals(kind.code())))
                        .toList(),
                error("attribution", faults, words),
                text("name", form.name(), faults, words),
                text("role", form.role(), faults, words),
                Arrays.stream(Scope.values())
                        .map(scope -> new Choice(
                                scope.code(),
                                words.say("quote.give.scopes." + scope.code()),
                                form.scopes().contains(scope.code())))
                        .toList(),
                error("scopes", faults, words),
                Optional.of(text("email", form.email(), faults, words)).filter(asked -> asksAddress),
                form.worries().stream()
                        .map(kind -> words.say("quote.found." + kind.code()))
                        .toList(),
                Optional.of(faults).filter(some -> !some.isEmpty()).map(some -> wrong(some, words)));
    }

    private static FormShown.Wrong wrong(List<Fault> faults, Words words) {
        var usual = FormShown.Wrong.of(faults, words);
        return new FormShown.Wrong(words.say("quote.give.wrong"), usual.lead(), usual.items());
    }

    private static List<Choice> sentences(QuoteForm form) {
        return IntStream.range(0, form.sentences().size())
                .mapToObj(i -> new Choice(
                        String.valueOf(i), form.sentences().get(i), form.pick().equals(String.valueOf(i))))
                .toList();
    }

    private static Text text(String field, String value, List<Fault> faults, Words words) {
        return new Text(value, error(field, faults, words));
    }

    static Optional<String> error(String field, List<Fault> faults, Words words) {
        return faults.stream()
                .filter(fault -> fault.field().equals(field))
                .map(fault -> words.say(fault.text(), fault.values()))
                .findFirst();
    }
}
