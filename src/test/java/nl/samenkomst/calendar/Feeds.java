package nl.samenkomst.calendar;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import java.net.http.HttpResponse;
import java.util.List;

/** Reads feeds with another one's parser. */
final class Feeds {

    private Feeds() {}

    static List<VEvent> entries(HttpResponse<String> answer) {
        return Biweekly.parse(answer.body()).first().getEvents();
    }
}
