package nl.samenkomst;

import java.util.List;
import nl.samenkomst.kit.mail.LetterWriter;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.kit.rule.PersonalData;
import nl.samenkomst.kit.time.Job;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Panel;
import nl.samenkomst.registration.RegistrationLetters;
import nl.samenkomst.survey.AskingJob;
import nl.samenkomst.survey.FeedbackDoors;
import nl.samenkomst.survey.QuestionsDesk;
import nl.samenkomst.survey.ScreenDesk;
import nl.samenkomst.survey.Sent;
import nl.samenkomst.survey.Stirring;
import nl.samenkomst.survey.SurveyApi;
import nl.samenkomst.survey.SurveyCsv;
import nl.samenkomst.survey.SurveyData;
import nl.samenkomst.survey.SurveyDesk;
import nl.samenkomst.survey.SurveyLetters;
import nl.samenkomst.survey.Surveys;

/** The wiring of what people are asked after a gathering, and what they answered. */
record SurveyWing(Lookback.Means means) {

    /** @param panels what other rooms offer to who has answered */
    List<Feature> pages(List<Panel<Sent>> panels) {
        var house = means.house();
        var doors = new FeedbackDoors(
                new FeedbackDoors.Means(
                        house.vertx(),
                        house.pool(),
                        means.shelf(),
                        means.sources(),
                        means.throttle(),
                        means.changed(),
                        house.clock()),
                panels);
        var surveys = surveys();
        return List.of(
                doors,
                new ScreenDesk(house.pool(), surveys, means.sources(), house.clock()),
                new SurveyDesk(house.pool(), surveys, house.formats(), house.clock()),
                new QuestionsDesk(house.pool(), surveys, house.formats(), house.clock()),
                new SurveyCsv(house.pool(), surveys, house.clock()),
                new SurveyApi(house.pool(), surveys, house.clock()));
    }

    private Surveys surveys() {
        var house = means.house();
        return new Surveys(house.formats(), house.furniture().renderer().languages(), house.clock(), means.changed());
    }

    List<Job> jobs() {
        var house = means.house();
        return List.of(
                new AskingJob(house.pool(), surveys(), house.formats(), means.outbox(), house.clock()).job(),
                new Stirring(house.pool(), house.clock()).job());
    }

    List<LetterWriter> letters() {
        var house = means.house();
        var written = new RegistrationLetters.Means(
                house.furniture().letters(),
                house.furniture().renderer().languages(),
                means.registrations(),
                means.sources(),
                house.config().mailFrom(),
                house.links());
        return new SurveyLetters(house.pool(), written, house.clock()).writers();
    }

    /** What the room keeps of persons. */
    static List<PersonalData> kept(House house, Outbox outbox) {
        return List.of(new SurveyData(outbox));
    }
}
