package nl.samenkomst.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.account.Caller;
import nl.samenkomst.account.Workspace;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventTop;
import nl.samenkomst.event.Formats;
import nl.samenkomst.event.SeatPlan;
import nl.samenkomst.kit.i18n.Moments;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.spi.Attendance;

/** Puts what waits for an organiser in words, each with the one button that leads to doing it. */
record Todos(Formats formats, Words words, TodayRead read) {

    List<Todo> all(Caller caller) {
        var todos = new ArrayList<Todo>();
        read.waiting().forEach(one -> Optional.ofNullable(read.others().get(one.event()))
                .ifPresent(event -> todos.add(todo(one, event))));
        if (read.beginning().replies() > 0) {
            todos.add(new Todo(
                    "wait",
                    "calendar",
                    words.say("desk.todo.replies", read.beginning().replies()),
                    words.say("desk.todo.replies.text"),
                    words.say("desk.todo.replies.button"),
                    Workspace.Part.REPLIES.of(caller)));
        }
        return todos;
    }

    private Todo todo(TodayStore.Waiting one, Event event) {
        var title = event.text(words.locale().getLanguage()).title();
        return switch (one.kind()) {
            case "refused" ->
                said("error", "warning", "refused", one, title, one.names().orElse(""), EventTop.Page.MAILS.of(event));
            case "waiting" -> waiting(one, event, title);
            case "photo" ->
                said(
                        "wait",
                        "hourglass",
                        "photo",
                        one,
                        title,
                        words.say("desk.todo.photo.text"),
                        EventTop.Page.RECAP.of(event) + "#photos");
            case "quote" ->
                said(
                        "",
                        "pencil",
                        "quote",
                        one,
                        title,
                        words.say("desk.todo.quote.text"),
                        EventTop.Page.QUOTES.of(event));
            case "choose" ->
                said(
                        "wait",
                        "hourglass",
                        "choose",
                        one,
                        title,
                        words.say("desk.todo.choose.text"),
                        EventTop.Page.PEOPLE.of(event) + "?status=choose");
            default ->
                said(
                        "",
                        "pencil",
                        "draft",
                        one,
                        title,
                        new Moments(words, event.zone()).day(event.start()),
                        EventTop.Page.CHANGE.of(event));
        };
    }

    /** A room that holds more than is given away is worth a look; else one looks at the line. */
    private Todo waiting(TodayStore.Waiting one, Event event, String title) {
        var onSite = one.way().equals(Optional.of(Attendance.ON_SITE.code()));
        var more = onSite ? spare(event) : Optional.<Integer>empty();
        var kind = onSite ? "waiting.on_site" : "waiting.online";
        return more.map(seats -> new Todo(
                        "wait",
                        "hourglass",
                        words.say("desk.todo." + kind, title, one.number()),
                        words.say("desk.todo.spare", seats),
                        words.say("desk.todo.spare.button"),
                        EventTop.Page.CHANGE.of(event)))
                .orElseGet(() -> said(
                        "wait",
                        "hourglass",
                        kind,
                        one,
                        title,
                        words.say("desk.todo.waiting.text"),
                        EventTop.Page.PEOPLE.of(event) + "?status=waitlisted"));
    }

    /** How many more the room holds than are given away. */
    private Optional<Integer> spare(Event event) {
        var given = read.seats().getOrDefault(event.id(), List.of()).stream()
                .filter(seats -> seats.attendance() == Attendance.ON_SITE)
                .flatMap(seats -> seats.capacity().stream())
                .findFirst();
        return new SeatPlan(formats)
                .room(event)
                .flatMap(holds -> given.map(seats -> holds - seats))
                .filter(more -> more > 0);
    }

    private Todo said(
            String tone, String sign, String kind, TodayStore.Waiting one, String title, String text, String href) {
        return new Todo(
                tone,
                sign,
                words.say("desk.todo." + kind, title, one.number()),
                text,
                words.say("desk.todo." + kind + ".button"),
                href);
    }
}
