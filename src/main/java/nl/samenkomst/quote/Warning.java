package nl.samenkomst.quote;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.List;
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
    private static final String ADDRESSED = "mevrouw|mevr\\.?|mw\\.?|meneer|mijnheer|heer|dhr\\.?|mrs\\.?|mr\\.?";

    /** What often follows such a title and is nobody's name. */
    private static final String NO_NAME =
            "aan|achter|alleen|als|altijd|asked|begon|belde|belt|bij|bleef|blijft|burgemeester|but|came|can|could"
                    + "|daar|dan|dat|des|deze|die|directeur|dit|does|doet|dokter|door|durfde|een|eindelijk|elke|even|for"
                    + "|from|gaat|gaf|gave|geeft|ging|graag|haar|had|hadden|has|heb|hebben|heeft|heel|her|here|hier|his|hoe"
                    + "|hoorde|hun|kan|keek|kent|komt|kon|koningin|kreeg|kwam|kwamen|laat|leek|liep|lijkt|lives|maar|mag|meester"
                    + "|met|mijn|minister|mocht|moest|moet|naar|naast|net|niet|nog|nooit|notaris|onze|ook|over|pastoor"
                    + "|president|riep|said|saw|sprak|staat|steeds|stond|that|thinks|thuis|toch|toen|told|took|tot|uit|vaak"
                    + "|veel|vertelde|vertelt|vindt|vond|voor|voorzitter|vraagt|vroeg|waar|wanneer|want|wants|waren|was|wat|weer"
                    + "|weet|wel|went|werd|werkt|werkte|wethouder|who|wie|wilde|will|wist|with|woonde|woont|wordt|wou|would"
                    + "|zag|zal|zat|zegt|zei|zelf|zelfs|zich|zijn|zit|zo|zoals|zonder|zou";

    private static final String SMALL_NAME = "(?!(?:" + NO_NAME + ")(?![\\p{L}\\p{M}]))\\p{Ll}[\\p{L}\\p{M}'’-]{2,40}+";
    private static final String GAP = "(?:\\s{1,3}+|(?<=\\.))";
    private static final String MONTH =
            "jan(?:uari|uary)?|feb(?:ruari|ruary)?|maart|mrt|mar(?:ch)?|apr(?:il)?|mei|may|jun[ie]?|jul[iy]?"
                    + "|aug(?:ustus|ust)?|sep(?:t|tember)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
    private static final String DAY = "(?:0?[1-9]|[12]\\d|3[01])";
    private static final String NUMBERED = "(?:0?[1-9]|1[0-2])";
    private static final String YEAR = "(?:19|20)\\d\\d";
    private static final String OF_DATE = " ?[-/. ] ?";

    private static final List<Sign> SIGNS = signs();

    private static final int DIGITS = 9;
    private static final int ELEVEN = 11;

    private Warning() {}

    /** How something is known; its first group is what is found. */
    private record Sign(Finding.Kind kind, Pattern pattern) {

        static Sign of(Finding.Kind kind, String expression) {
            return new Sign(kind, Pattern.compile(expression));
        }
    }

    private static List<Sign> signs() {
        return List.of(
                // The name behind a title, with where they live: "mevrouw De Wit uit de Pilotenstraat".
                Sign.of(
                        Finding.Kind.CLIENT,
                        "(?<![\\p{L}\\p{M}])(?iu:" + TITLE + ")" + GAP + "((?:(?:" + SMALL + ")\\s){0,3}+" + NAME
                                + "(?:\\s(?:(?:" + SMALL + "|uit|in|op|aan|from)\\s){0,3}+" + NAME + "){0,4}+)"),
                // Who types on a telephone leaves capitals out: "mevrouw jansen".
                Sign.of(
                        Finding.Kind.CLIENT,
                        "(?<![\\p{L}\\p{M}])(?iu:" + ADDRESSED + ")" + GAP + "((?:(?:" + SMALL + ")\\s){0,3}+"
                                + SMALL_NAME + ")"),
                Sign.of(
                        Finding.Kind.PHONE,
                        "(?<![\\d+])(\\(?(?:\\+|0)\\d{0,3}+\\)?(?:[ ().\\-/]{0,3}+\\d){6,13}+)(?!\\d)"),
                Sign.of(
                        Finding.Kind.BIRTH_DATE,
                        "(?<!\\d)((?:" + DAY + OF_DATE + NUMBERED + OF_DATE + "(?:" + YEAR + "|['’]?\\d\\d)|"
                                + YEAR + "[-/.]" + NUMBERED + "[-/.]" + DAY + "|"
                                + "(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])" + YEAR + "|"
                                + DAY + "(?:ste|de|e|st|nd|rd|th)?+ (?:of )?(?iu:" + MONTH + ")\\.?,? (?:" + YEAR
                                + "|['’]\\d\\d)|(?iu:" + MONTH + ")\\.? " + DAY + "(?:st|nd|rd|th)?+,? " + YEAR
                                + "))(?!\\d)"),
                Sign.of(
                        Finding.Kind.EMAIL,
                        "(?<![\\p{L}\\p{N}._%+-])([\\p{L}\\p{N}._%+-]{1,64}+@[\\p{L}\\p{N}-]{1,63}+"
                                + "(?:\\.[\\p{L}\\p{N}-]{1,63}+){1,8}+)"),
                Sign.of(Finding.Kind.CITIZEN_NUMBER, "(?<!\\d)(\\d(?:[ .\\-]?\\d){8}+)(?!\\d)"));
    }

    /** The same letters with plain digits, dashes and spaces for those of other scripts and of typesetters, each in its place. */
    private static String plain(String text) {
        var plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            switch (Character.getType(letter)) {
                case Character.DECIMAL_DIGIT_NUMBER -> plain.append(Character.digit(letter, 10));
                case Character.DASH_PUNCTUATION -> plain.append('-');
                case Character.SPACE_SEPARATOR -> plain.append(' ');
                default -> plain.append(letter);
            }
        }
        return plain.toString();
    }

    /** What was found, in the order of the text; where two overlap, the one that begins first. */
    static List<Finding> in(String text) {
        var plain = plain(text);
        var all = SIGNS.stream()
                .flatMap(sign -> sign.pattern()
                        .matcher(plain)
                        .results()
                        .filter(found -> sign.kind() != Finding.Kind.CITIZEN_NUMBER || passesEleven(found.group(1)))
                        .filter(found -> sign.kind() != Finding.Kind.PHONE || longEnough(found.group(1)))
                        .map(found -> finding(sign.kind(), found)))
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
