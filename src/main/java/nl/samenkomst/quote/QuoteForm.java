package nl.samenkomst.quote;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenkomst.kit.mail.EmailAddress;
import nl.samenkomst.kit.rule.CleanText;
import nl.samenkomst.kit.rule.Faults;
import nl.samenkomst.kit.rule.Names;
import nl.samenkomst.kit.web.Body;

/**
 * What an author typed: which words, what stands with them, where they may stand.
 *
 * @param sentences their own, typed a moment ago, of which they may pick one
 * @param pick the number of the sentence that was picked, {@code own} for words of their own, empty for neither
 * @param attribution the code of what stands with the words; empty where none was chosen
 * @param warned whether they were told before that something in it should perhaps not be there
 */
record QuoteForm(
        List<String> sentences,
        String pick,
        String words,
        String attribution,
        String name,
        String role,
        Set<String> scopes,
        String email,
        boolean warned,
        Faults faults) {

    static final String OWN = "own";

    private static final int LONGEST_NAME = 100;
    private static final int MOST_SENTENCES = 20;

    QuoteForm {
        sentences = List.copyOf(sentences);
        scopes = Set.copyOf(scopes);
    }

    /**
     * Nothing typed yet; nothing is chosen beforehand.
     *
     * @param sentences those too long to quote are left out
     */
    static QuoteForm empty(List<String> sentences, String name) {
        return new QuoteForm(pickable(sentences.stream()), "", "", "", name, "", Set.of(), "", false, new Faults());
    }

    /** As the author chose before, to be changed. */
    static QuoteForm of(Wording wording) {
        var byline = wording.byline();
        return new QuoteForm(
                List.of(),
                "",
                wording.words(),
                byline.kind().code(),
                byline.name().orElse(""),
                byline.role().orElse(""),
                wording.scopes().stream().map(Scope::code).collect(Collectors.toSet()),
                "",
                true,
                new Faults());
    }

    /**
     * What was sent, with what is wrong with it.
     *
     * @param asksAddress whether an address was asked for
     */
    static QuoteForm read(Body body, boolean asksAddress) {
        var form = new QuoteForm(
                pickable(sentences(body.json())),
                body.text("pick").orElse(""),
                CleanText.line(body.text("words").orElse("")),
                body.text("attribution").orElse(""),
                CleanText.line(body.text("name").orElse("")),
                CleanText.line(body.text("role").orElse("")),
                texts(body.json().getValue("scopes")).collect(Collectors.toSet()),
                asksAddress ? body.text("email").orElse("").strip() : "",
                body.text("warned").isPresent(),
                new Faults());
        form.check();
        return form;
    }

    private static Stream<String> sentences(JsonObject json) {
        var sentences = new ArrayList<String>();
        if (json.getValue("sentences") instanceof JsonObject numbered) {
            for (int i = 0; i < MOST_SENTENCES && numbered.getValue(String.valueOf(i)) instanceof String one; i++) {
                sentences.add(one);
            }
        }
        return sentences.stream();
    }

    private static List<String> pickable(Stream<String> sentences) {
        return sentences
                .map(CleanText::line)
                .filter(one -> !one.isEmpty() && !tooLong(one))
                .limit(MOST_SENTENCES)
                .toList();
    }

    private static Stream<String> texts(Object value) {
        return value instanceof JsonArray several
                ? several.stream().map(String::valueOf)
                : Stream.ofNullable(value).map(String::valueOf);
    }

    private static boolean tooLong(String text) {
        return text.codePointCount(0, text.length()) > Wording.LONGEST;
    }

    private void check() {
        if (chosen().isEmpty()) {
            faults.add("words", "quote.give.words.missing");
        } else if (tooLong(chosen())) {
            faults.add("words", "quote.give.words.long", Wording.LONGEST);
        }
        var kind = Byline.Kind.of(attribution);
        if (kind.isEmpty()) {
            faults.add("attribution", "quote.give.attribution.missing");
        }
        kind.filter(one -> one == Byline.Kind.NAME).ifPresent(one -> name("name", name));
        kind.filter(one -> one != Byline.Kind.NONE).ifPresent(one -> name("role", role));
        if (places().isEmpty()) {
            faults.add("scopes", "quote.give.scopes.missing");
        }
        if (!email.isEmpty() && EmailAddress.typed(email).isEmpty()) {
            faults.add("email", "quote.give.email.fault");
        }
    }

    private void name(String field, String text) {
        if (text.isEmpty()) {
            faults.add(field, "quote.give." + field + ".missing");
        } else if (text.codePointCount(0, text.length()) > LONGEST_NAME) {
            faults.add(field, "quote.give.long", LONGEST_NAME);
        } else {
            Names.fault(text).ifPresent(fault -> faults.add(field, fault));
        }
    }

    /** The picked sentence, else what was written. */
    String chosen() {
        return pick.matches("[0-9]{1,2}") && Integer.parseInt(pick) < sentences.size()
                ? sentences.get(Integer.parseInt(pick))
                : words;
    }

    private Set<Scope> places() {
        return scopes.stream().map(Scope::of).flatMap(Optional::stream).collect(Collectors.toSet());
    }

    Optional<EmailAddress> address() {
        return EmailAddress.typed(email);
    }

    /** What it says, once nothing is wrong with it. */
    Giving.Said said(String language) {
        var byline = new Byline(
                Byline.Kind.of(attribution).orElseThrow(),
                Optional.of(name).filter(text -> !text.isEmpty()),
                Optional.of(role).filter(text -> !text.isEmpty()));
        return new Giving.Said(chosen(), byline, places(), language);
    }

    /** What somebody should look at again before it is sent; told once, and of nothing that was not sent. */
    List<Finding.Kind> worries() {
        if (warned || !faults.none() || Byline.Kind.of(attribution).isEmpty()) {
            return List.of();
        }
        var said = said("");
        return Wording.found(said.words(), said.byline());
    }
}
