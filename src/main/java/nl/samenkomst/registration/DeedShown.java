package nl.samenkomst.registration;

import java.util.List;
import java.util.Optional;
import nl.samenkomst.event.ChangeEffect;
import nl.samenkomst.event.EventTop;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.rule.Refusal;

/**
 * What staff are about to do to people, before it is done: whom it touches, and who is written to.
 *
 * @param people to whom it is done
 * @param told who would get which mail
 * @param refused why it cannot be done, and {@code ways} what can
 * @param reason what was typed, where a reason is asked
 */
record DeedShown(
        String path,
        String back,
        String token,
        String deed,
        String title,
        String lead,
        List<Named> people,
        List<Named> told,
        Optional<String> refused,
        List<Way> ways,
        Optional<PersonShown.Text> reason,
        String button,
        boolean ends) {

    /** Somebody, and what is said of them. */
    record Named(Optional<String> id, String name, String words) {}

    /** Something that can be done instead: by a button where it has a deed, else by a link. */
    record Way(String words, String address, Optional<String> deed) {}

    static DeedShown of(
            String path,
            String back,
            Table.Asking asking,
            Deed deed,
            List<Registration> people,
            Optional<ChangeEffect> effect,
            Optional<Refusal> refused,
            Optional<String> reason) {
        var words = asking.words();
        var base = "registration.deed." + deed.code();
        return new DeedShown(
                path,
                back,
                asking.token(path),
                deed.code(),
                words.say(base + ".title", people.size()),
                words.say(base + ".lead"),
                people.stream().map(one -> person(one, words)).toList(),
                effect.map(there -> there.people().stream()
                                .map(one -> told(one, words))
                                .toList())
                        .orElse(List.of()),
                refused.map(why -> words.say(why.text(), why.values())),
                refused.map(why -> ways(asking, deed, people, words)).orElse(List.of()),
                reason.map(text -> new PersonShown.Text(text, "", false)),
                words.say(base + ".button"),
                deed == Deed.CANCEL);
    }

    private static Named person(Registration one, Words words) {
        var wants = one.waitsFor().map(way -> words.say("registration.deed.waits." + way.code()));
        return new Named(
                Optional.of(one.id().toString()),
                one.name().orElseGet(() -> words.say("registration.people.erased")),
                wants.orElseGet(() -> words.say(
                                "registration.people.status." + one.status().code(), 0) + ", "
                        + words.say("registration.form.way." + one.attendance().code())));
    }

    private static Named told(ChangeEffect.Told one, Words words) {
        return new Named(
                Optional.empty(),
                one.name().or(one::email).orElse(""),
                words.say("registration.letter." + one.letter().replace('/', '.')));
    }

    /** Nobody is sent away empty-handed: where there is no seat there is a line, another way, or a larger room. */
    private static List<Way> ways(Table.Asking asking, Deed deed, List<Registration> people, Words words) {
        if (deed != Deed.CONFIRM
                || people.size() != 1
                || people.get(0).waitsFor().isEmpty()) {
            return List.of();
        }
        var one = people.get(0);
        var place = PersonDesk.path(one) + "/place";
        var other = one.waitsFor().orElseThrow().other();
        var seats = new Way(
                words.say("registration.deed.seats"), EventTop.Page.CHANGE.of(asking.event()), Optional.empty());
        var first = new Way(words.say("registration.deed.first.button"), place, Optional.of(Deed.FIRST.code()));
        return asking.event().attendance().allows(other) && one.attendance() != other
                ? List.of(
                        first,
                        new Way(
                                words.say("registration.deed.other." + other.code()),
                                place + "?deed=" + other.code().replace('_', '-'),
                                Optional.empty()),
                        seats)
                : List.of(first, seats);
    }
}
