package nl.samenkomst;

import java.util.List;
import nl.samenkomst.kit.mail.LetterWriter;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.kit.rule.PersonalData;
import nl.samenkomst.kit.time.Job;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.survey.QuestionsDesk;
import nl.samenkomst.survey.SurveyApi;
import nl.samenkomst.survey.SurveyCsv;
import nl.samenkomst.survey.SurveyDesk;
import nl.samenkomst.survey.Surveys;

/** The wiring of what people are asked after a gathering, and what they answered. */
record SurveyWing(Lookback.Means means) {

    List<Feature> pages() {
        var house = means.house();
        var surveys =
                new Surveys(house.formats(), house.furniture().renderer().languages(), house.clock(), means.changed());
        return List.of(
                new SurveyDesk(house.pool(), surveys, house.formats(), house.clock()),
                new QuestionsDesk(house.pool(), surveys, house.formats(), house.clock()),
                new SurveyCsv(house.pool(), surveys, house.clock()),
                new SurveyApi(house.pool(), surveys, house.clock()));
    }

    List<Job> jobs() {
        return List.of();
    }

    List<LetterWriter> letters() {
        return List.of();
    }

    /** What the room keeps of persons. */
    static List<PersonalData> kept(House house, Outbox outbox) {
        return List.of();
    }
}
