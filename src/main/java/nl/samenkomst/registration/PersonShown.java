package nl.samenkomst.registration;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.spi.EventFormat.Asked;
import nl.samenkomst.spi.Question;

/**
 * The part of a form that asks about the person.
 *
 * @param fixed whether the address is that of an invitation and cannot be changed
 */
record PersonShown(
        Text name,
        Text email,
        boolean fixed,
        Optional<Text> organisation,
        Optional<Choosing> sector,
        Optional<Choosing> area,
        List<QuestionShown> questions,
        List<QuestionShown> needs) {

    /** A field to type in. */
    record Text(String value, String error, boolean needed) {}

    /** A field to choose in. */
    record Choosing(List<Option> options, String error, boolean needed) {}

    /** One thing to choose. */
    record Option(String value, String label, boolean chosen) {}

    /**
     * A question of the format or the organiser.
     *
     * @param id unique on the page
     */
    record QuestionShown(String kind, String id, String name, String label, Text text, Choosing choosing) {}

    static PersonShown of(Asks asks, Filled filled, boolean fixed, Words words) {
        return new PersonShown(
                text("name", filled, true),
                text("email", filled, true),
                fixed,
                Optional.of(text("organisation", filled, asks.needs(Asked.ORGANISATION)))
                        .filter(asked -> asks.asks(Asked.ORGANISATION)),
                Optional.of(sector(asks, filled, words)).filter(asked -> asks.asks(Asked.SECTOR)),
                Optional.of(area(asks, filled)).filter(asked -> asks.asks(Asked.AREA)),
                asks.questions().stream()
                        .map(question -> question(question, filled, words))
                        .toList(),
                asks.asksNeeds() ? needs(filled, words) : List.of());
    }

    /** A field for each kind of need, under its public name. */
    static List<QuestionShown> needs(Filled filled, Words words) {
        return Arrays.stream(Need.Kind.values())
                .map(kind -> {
                    var name = NeedSheet.field(kind.code());
                    var text = filled.within(NeedSheet.FIELD, kind.code()).orElse("");
                    return new QuestionShown(
                            Question.Kind.LONG_TEXT.code(),
                            NeedSheet.FIELD + "-" + kind.code(),
                            name,
                            words.say("registration.needs." + kind.code()),
                            new Text(text, filled.error(name), false),
                            new Choosing(List.of(), "", false));
                })
                .toList();
    }

    private static Text text(String field, Filled filled, boolean needed) {
        return new Text(filled.text(field), filled.error(field), needed);
    }

    private static Choosing sector(Asks asks, Filled filled, Words words) {
        var chosen = filled.text("sector");
        return new Choosing(
                Arrays.stream(Sector.values())
                        .map(Sector::code)
                        .map(code ->
                                new Option(code, words.say("registration.form.sector." + code), code.equals(chosen)))
                        .toList(),
                filled.error("sector"),
                asks.needs(Asked.SECTOR));
    }

    private static Choosing area(Asks asks, Filled filled) {
        var chosen = filled.text("area");
        return new Choosing(
                asks.areas().stream()
                        .map(area ->
                                new Option(area.slug(), area.name(), area.slug().equals(chosen)))
                        .toList(),
                filled.error("area"),
                asks.needs(Asked.AREA));
    }

    static QuestionShown question(Question question, Filled filled, Words words) {
        var name = AnswerSheet.field(question.id());
        var error = filled.error(name);
        return new QuestionShown(
                question.kind().code(),
                "answers-" + question.id(),
                name,
                question.label(),
                new Text(filled.answer(question.id()), error, question.required()),
                new Choosing(options(question, filled, words), error, question.required()));
    }

    private static List<Option> options(Question question, Filled filled, Words words) {
        return question.kind() == Question.Kind.YES_NO
                ? Stream.of("yes", "no")
                        .map(value -> new Option(
                                value, words.say("registration.form." + value), filled.chose(question.id(), value)))
                        .toList()
                : question.choices().stream()
                        .map(choice -> new Option(choice, choice, filled.chose(question.id(), choice)))
                        .toList();
    }
}
