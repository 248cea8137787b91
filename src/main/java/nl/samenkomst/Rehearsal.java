package nl.samenkomst;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.account.Accounts;
import nl.samenkomst.account.Passwords;
import nl.samenkomst.calendar.Invites;
import nl.samenkomst.demo.Demo;
import nl.samenkomst.survey.Surveys;

/** The demo data: made where they are wanted and were never made. */
final class Rehearsal {

    private Rehearsal() {}

    /** The result is whether they were made now. */
    static Future<Boolean> load(House house, Passwords passwords) {
        var config = house.config();
        return new Demo(new Demo.Means(
                        house.vertx(),
                        house.pool(),
                        house.formats(),
                        house.providers(),
                        new Accounts(house.pool(), passwords, config.name()),
                        house.links(),
                        clock -> new Surveys(
                                house.formats(), house.furniture().renderer().languages(), clock, event -> {}),
                        silence -> List.of(new Invites(silence, house.clock())),
                        Optional.of(config.data())
                                .filter(data -> config.database().isEmpty()),
                        house.clock()))
                .load(house.demo());
    }
}
