package nl.samenkomst.survey;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.rule.Fault;
import nl.samenkomst.kit.web.Again;
import nl.samenkomst.kit.web.FormShown;
import nl.samenkomst.survey.ResultStore.Opinion;

/**
 * Shows what people wrote, as far as the page's address asks for it.
 *
 * @param filter the theme that answers must have
 * @param all whether to show more than one reads at one go
 * @param again what was typed for one of them and not taken
 */
record OpinionList(String path, Optional<String> filter, boolean all, Optional<Again> again, Words words) {

    /** So many are read at one go. */
    private static final int MANY = 100;

    Optional<FormShown.Wrong> wrong() {
        return again.map(one -> FormShown.Wrong.of(
                one.faults().stream()
                        .map(fault -> new Fault("theme-" + one.form(), fault.text(), fault.values()))
                        .toList(),
                words));
    }

    List<ResultShown> results(Results results, int version, String format) {
        return results.questions().stream()
                .map(result -> result(result, result.version() == version, format))
                .toList();
    }

    private ResultShown result(Result result, boolean current, String format) {
        var asked = result.opinions().stream().filter(this::asked).toList();
        boolean whole = all || filter.isPresent() || again.isPresent();
        var shown = asked.stream()
                .limit(whole ? asked.size() : MANY)
                .map(opinion -> OpinionShown.of(opinion, typed(opinion)))
                .toList();
        return ResultShown.of(
                result,
                current,
                format,
                new ResultShown.Written(shown, asked.size() - shown.size(), themes(result)),
                words);
    }

    /** What was typed for an answer stays in sight, whatever the filter says. */
    private boolean asked(Opinion opinion) {
        return filter.isEmpty()
                || opinion.themes().contains(filter.get())
                || typed(opinion).isPresent();
    }

    private Optional<OpinionShown.Typed> typed(Opinion opinion) {
        return again.filter(one -> one.form().equals(opinion.id().toString()))
                .map(one -> new OpinionShown.Typed(
                        one.typed().getString("theme"),
                        one.faults().stream()
                                .map(fault -> words.say(fault.text(), fault.values()))
                                .findFirst()
                                .orElse("")));
    }

    /** Every theme of these answers, with the way to those that have it; the way back to all of them first. */
    private List<ResultShown.Theme> themes(Result result) {
        var number = new TreeMap<String, Integer>(String.CASE_INSENSITIVE_ORDER);
        result.opinions().forEach(opinion -> opinion.themes().forEach(theme -> number.merge(theme, 1, Integer::sum)));
        var shown = new ArrayList<ResultShown.Theme>();
        if (!number.isEmpty()) {
            shown.add(new ResultShown.Theme(
                    words.say("survey.theme.every"), result.opinions().size(), path, filter.isEmpty()));
        }
        number.forEach((theme, answers) -> shown.add(new ResultShown.Theme(
                theme,
                answers,
                path + "?theme=" + URLEncoder.encode(theme, StandardCharsets.UTF_8),
                filter.filter(theme::equals).isPresent())));
        return shown;
    }
}
