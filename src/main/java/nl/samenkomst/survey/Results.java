package nl.samenkomst.survey;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.samenkomst.survey.ResultStore.Count;
import nl.samenkomst.survey.ResultStore.Elsewhere;
import nl.samenkomst.survey.ResultStore.Opinion;
import nl.samenkomst.survey.ResultStore.Posed;

/**
 * What a survey told, question after question; those of earlier versions that were answered in other words come last.
 *
 * @param told how many people's answers are in it; 0 where there are too few to tell anything
 */
record Results(int told, List<Result> questions) {

    Results {
        questions = List.copyOf(questions);
    }

    boolean any() {
        return told > 0;
    }

    /** What may be told now. */
    static Future<Results> of(SqlClient sql, UUID survey, Instant now) {
        var store = new ResultStore(sql);
        return Future.all(
                        store.told(survey, now),
                        store.posed(survey),
                        store.counts(survey, now),
                        store.opinions(survey, now),
                        store.elsewhere(survey, now))
                .map(all -> new Results(
                        all.resultAt(0),
                        new Sorting(all.resultAt(1), all.resultAt(2), all.resultAt(3), all.resultAt(4)).questions()));
    }

    /**
     * Everything that was read, to be put in order.
     *
     * @param posed by all versions, the latest first, each in the order of its questions
     */
    private record Sorting(List<Posed> posed, List<Count> counts, List<Opinion> opinions, List<Elsewhere> elsewhere) {

        List<Result> questions() {
            var distinct = new ArrayList<Posed>();
            posed.stream().filter(one -> distinct.stream().noneMatch(one::same)).forEach(distinct::add);
            int current = posed.stream().mapToInt(Posed::version).max().orElse(0);
            return distinct.stream()
                    .map(one -> result(one, one.version() == current))
                    .filter(result -> result.version() == current || result.answers() > 0)
                    .toList();
        }

        private Result result(Posed one, boolean current) {
            var id = one.asked().id();
            return Result.of(
                    one,
                    counts.stream()
                            .filter(count -> belongs(count.version(), count.question(), one))
                            .toList(),
                    elsewhere.stream()
                            .filter(other -> current && other.question().equals(id))
                            .toList(),
                    opinions.stream()
                            .filter(opinion -> belongs(opinion.version(), opinion.question(), one))
                            .toList());
        }

        private boolean belongs(int version, String question, Posed one) {
            return posed.stream()
                    .filter(other -> other.version() == version)
                    .anyMatch(other -> other.asked().id().equals(question) && other.same(one));
        }
    }
}
