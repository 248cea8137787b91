package nl.samenkomst.quote;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Words as somebody said that they may be used, or as staff propose them: what consent is given for.
 *
 * @param version from 1; the latest counts
 * @param words empty once withdrawn
 * @param scopes where they may stand
 * @param language of the page on which they were given
 * @param consentText which version of our text they agreed to
 * @param byStaff whether staff proposed them
 * @param consentedAt when their author agreed; empty for what is only proposed
 */
record Wording(
        int version,
        String words,
        Byline byline,
        Set<Scope> scopes,
        String language,
        Optional<Integer> consentText,
        boolean byStaff,
        Instant madeAt,
        Optional<Instant> consentedAt) {

    /** The version of the text above the form that asks for consent. Raise it whenever those words change. */
    static final int CONSENT_TEXT = 1;

    /** The longest that is taken, in code points. */
    static final int LONGEST = 400;

    Wording {
        scopes = Set.copyOf(scopes);
        if (words.codePointCount(0, words.length()) > LONGEST) {
            throw new IllegalArgumentException("longer than " + LONGEST);
        }
    }

    /** What an author gives, and agrees to by giving it. */
    static Wording given(int version, String words, Byline byline, Set<Scope> scopes, String language, Instant now) {
        return new Wording(
                version, words, byline, scopes, language, Optional.of(CONSENT_TEXT), false, now, Optional.of(now));
    }

    /** What staff would rather say, with all else as the author chose. */
    Wording proposed(String other, Instant now) {
        return new Wording(version + 1, other, byline, scopes, language, Optional.empty(), true, now, Optional.empty());
    }

    /** Whether something in it has to be looked at before anybody else reads it. */
    boolean suspicious() {
        return !found().isEmpty();
    }

    /** What seems to be in it that should not. */
    List<Finding.Kind> found() {
        return found(words, byline);
    }

    static List<Finding.Kind> found(String words, Byline byline) {
        return Stream.of(words, byline.text().orElse(""))
                .flatMap(text -> Warning.in(text).stream())
                .map(Finding::kind)
                .distinct()
                .toList();
    }
}
