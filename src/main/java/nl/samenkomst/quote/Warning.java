package nl.samenkomst.quote;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Looks in free text for what should not be published: somebody who seems to be a patient or client, a phone number, a birth date, an
 * e-mail address, a citizen's number (BSN). It guesses, and rather too often than too seldom: what it finds is held for a person to look at.
 *
 * <p>No expression can go back over what it has read: repetitions are bounded and possessive, so time grows with the text alone.
 */
final class Warning {

    private static final String SMALL = "van|von|de|der|den|het|ter|ten|te|'t|’t|el|al|bin|ben|ibn|la|le|du|da|dos";
    private static final String NAME = "\\p{Lu}[\\p{L}\\p{M}.'’-]{0,40}+";
    private static final String TITLE =
            "mevrouw|mevr\\.?|mw\\.?|meneer|mijnheer|heer|dhr\\.?|pati[eë]nte?|cli[eë]nte?|mrs\\.?|mr\\.?|ms\\.?"
                    + "|miss|mister";
    private static final String MONTH =
            "jan(?:uari|uary)?|feb(?:ruari|ruary)?|maart|march|apr(?:il)?|mei|may|jun[ie]?|jul[iy]?"
                    + "|aug(?:ustus|ust)?|sep(?:t|tember)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
    private static final String DAY = "(?:0?[1-9]|[12]\\d|3[01])";
    private static final String NUMBERED = "(?:0?[1-9]|1[0-2])";
    private static final String YEAR = "(?:19|20)\\d\\d";

    private static final Map<Finding.Kind, Pattern> SIGNS = signs();

    private static final int DIGITS = 9;
    private static final int ELEVEN = 11;

    private Warning() {}

    private static Map<Finding.Kind, Pattern> signs() {
        var signs = new EnumMap<Finding.Kind, Pattern>(Finding.Kind.class);
        // The name behind a title, with where they live: "mevrouw De Wit uit de Pilotenstraat".
        signs.put(
                Finding.Kind.CLIENT,
                Pattern.compile("(?<![\\p{L}\\p{M}])(?iu:" + TITLE + ")\\s{1,3}+((?:(?:" + SMALL + ")\\s){0,3}+" + NAME
                        + "(?:\\s(?:(?:" + SMALL + "|uit|in|op|aan|from)\\s){0,3}+" + NAME + "){0,4}+)"));
        signs.put(
                Finding.Kind.PHONE,
                Pattern.compile("(?<![\\d+])(\\(?(?:\\+|0)\\d{0,3}+\\)?(?:[ ().\\-/]{0,2}+\\d){6,13}+)(?!\\d)"));
        signs.put(
                Finding.Kind.BIRTH_DATE,
                Pattern.compile("(?<!\\d)((?:" + DAY + "[-/. ]" + NUMBERED + "[-/. ](?:" + YEAR + "|['’]?\\d\\d)|"
                        + YEAR + "[-/.]"
                        + NUMBERED + "[-/.]" + DAY + "|" + DAY + "(?:e|st|nd|rd|th)?+ (?iu:" + MONTH + ")\\.? (?:"
                        + YEAR
                        + "|['’]\\d\\d)|(?iu:" + MONTH + ")\\.? " + DAY + "(?:st|nd|rd|th)?+,? " + YEAR + "))(?!\\d)"));
        signs.put(
                Finding.Kind.EMAIL,
                Pattern.compile("(?<![\\p{L}\\p{N}._%+-])([\\p{L}\\p{N}._%+-]{1,64}+@[\\p{L}\\p{N}-]{1,63}+"
                        + "(?:\\.[\\p{L}\\p{N}-]{1,63}+){1,8}+)"));
        signs.put(Finding.Kind.CITIZEN_NUMBER, Pattern.compile("(?<!\\d)(\\d(?:[ .\\-]?\\d){8}+)(?!\\d)"));
        return signs;
    }

    /** What was found, in the order of the text; where two overlap, the one that begins first. */
    static List<Finding> in(String text) {
        var all = SIGNS.entrySet().stream()
                .flatMap(sign -> sign.getValue()
                        .matcher(text)
                        .results()
                        .filter(found -> sign.getKey() != Finding.Kind.CITIZEN_NUMBER || passesEleven(found.group(1)))
                        .filter(found -> sign.getKey() != Finding.Kind.PHONE || longEnough(found.group(1)))
                        .map(found -> finding(sign.getKey(), found)))
                .sorted(comparingInt(Finding::from))
                .toList();
        var apart = new ArrayList<Finding>();
        for (var one : all) {
            if (apart.isEmpty() || apart.get(apart.size() - 1).until() <= one.from()) {
                apart.add(one);
            }
        }
        return apart;
    }

    private static Finding finding(Finding.Kind kind, MatchResult found) {
        return new Finding(kind, found.start(1), found.end(1));
    }

    /** The shortest numbers that are dialled from anywhere have nine digits. */
    private static boolean longEnough(String number) {
        return number.chars().filter(Character::isDigit).count() >= DIGITS;
    }

    /** The check that every citizen's number passes: weights 9 to 2, and minus 1 for the last digit, sum to a multiple of eleven. */
    private static boolean passesEleven(String number) {
        var digits = number.chars()
                .filter(Character::isDigit)
                .map(digit -> digit - '0')
                .toArray();
        int sum = -digits[DIGITS - 1];
        for (int i = 0; i < DIGITS - 1; i++) {
            sum += (DIGITS - i) * digits[i];
        }
        return sum % ELEVEN == 0 && sum != 0;
    }
}
