package nl.samenkomst.survey;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What may be told to everybody of what people thought of a gathering: "4,3 van 5, 19 van de 23 mensen gaven antwoord". There is none
 * where fewer than five gave a rating.
 *
 * @param mean of the first rating that was asked, with one decimal
 * @param scale the highest rating one could give
 * @param answered how many people answered
 * @param invited how many were asked; empty where more answered than were asked by name
 */
public record SurveyFigures(UUID event, BigDecimal mean, int scale, int answered, Optional<Integer> invited) {

    public SurveyFigures {
        if (answered < Survey.LEAST) {
            throw new IllegalArgumentException("too few to tell anything of: " + answered);
        }
    }

    /** Those of one event. */
    public static Future<Optional<SurveyFigures>> of(SqlClient sql, UUID event, Instant now) {
        return of(sql, List.of(event), now).map(found -> Optional.ofNullable(found.get(event)));
    }

    /** Those of several events, by event; events that nothing may be told of are left out. */
    public static Future<Map<UUID, SurveyFigures>> of(SqlClient sql, List<UUID> events, Instant now) {
        return new ResultStore(sql).figures(events, now);
    }
}
