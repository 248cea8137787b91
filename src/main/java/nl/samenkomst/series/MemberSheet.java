package nl.samenkomst.series;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.rule.Fault;
import nl.samenkomst.network.Series;
import nl.samenkomst.registration.PersonSheet;
import nl.samenkomst.spi.Attendance;

/**
 * The form by which somebody comes to every date of a series.
 *
 * @param scope of its form token
 * @param attendance empty where there is but one way
 * @param ifFull empty where there is but one way
 * @param person shown by {@code registration/person}
 */
record MemberSheet(String slug, String scope, Optional<Choosing> attendance, Optional<Choosing> ifFull, Object person) {

    /** A field to choose in, as {@code registration/options} shows it. */
    record Choosing(List<Option> options, String error, boolean needed) {}

    /** One thing to choose. */
    record Option(String value, String label, boolean chosen) {}

    static String scope(Series series) {
        return "series:" + series.id();
    }

    static MemberSheet of(Series series, PersonSheet person, Optional<MemberForm> typed, Words words) {
        var both = new DatePattern(series).attendance().ways().size() > 1;
        var wrong = typed.map(MemberForm::wrong).orElse(List.of());
        return new MemberSheet(
                series.slug(),
                scope(series),
                Optional.of(ways(typed.flatMap(MemberForm::attendance), error("attendance", wrong, words), words))
                        .filter(asked -> both),
                Optional.of(ifFull(
                                typed.map(MemberForm::ifFull).orElse(IfFull.ONLINE),
                                error("ifFull", wrong, words),
                                words))
                        .filter(asked -> both),
                typed.map(form -> person.typed(form.body().json(), wrong, words))
                        .orElseGet(() -> person.empty(words)));
    }

    static Choosing ways(Optional<Attendance> chosen, String error, Words words) {
        return new Choosing(
                Arrays.stream(Attendance.values())
                        .map(way -> new Option(
                                way.code(),
                                words.say("series.form.attendance." + way.code()),
                                chosen.equals(Optional.of(way))))
                        .toList(),
                error,
                true);
    }

    static Choosing ifFull(IfFull chosen, String error, Words words) {
        return new Choosing(
                Arrays.stream(IfFull.values())
                        .map(one ->
                                new Option(one.code(), words.say("series.form.ifFull." + one.code()), one == chosen))
                        .toList(),
                error,
                true);
    }

    private static String error(String field, List<Fault> wrong, Words words) {
        return wrong.stream()
                .filter(fault -> fault.field().equals(field))
                .findFirst()
                .map(fault -> words.say(fault.text(), fault.values().toArray()))
                .orElse("");
    }
}
