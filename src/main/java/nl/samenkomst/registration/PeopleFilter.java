package nl.samenkomst.registration;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.samenkomst.kit.rule.CleanText;
import nl.samenkomst.spi.Attendance;

/**
 * Which of an event's people are shown, in which order, as the address of the list says it. What it does not know it leaves out: an
 * address that was kept goes on working.
 *
 * @param q part of a name or of an organisation's name; empty for everyone
 * @param page from 1
 */
record PeopleFilter(
        String q,
        Optional<Registration.Status> status,
        Optional<Attendance> way,
        Optional<Sector> sector,
        Optional<String> reply,
        Optional<MailState> mail,
        Sort sort,
        int page) {

    static final int PAGE = 50;

    private static final int LONGEST = 120;
    private static final int LAST_PAGE = 100_000;

    /** In which order people stand; each has an SQL expression, and ends in the id. */
    enum Sort {
        NAME("lower(name)"),
        SECTOR("sector, lower(name)"),
        WAY("attendance desc, lower(name)"),
        STATUS("array_position(array['offered', 'choose', 'waitlisted', 'confirmed', 'cancelled'], status), place"),
        REPLY("array_position(array['declined', 'tentative', 'accepted', 'none'], reply), lower(name)"),
        SINCE("created_at"),
        NEWEST("created_at desc, id desc");

        private final String sql;

        Sort(String sql) {
            this.sql = sql;
        }

        String sql() {
            return sql + ", id";
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What became of the last letter to somebody. */
    enum MailState {
        WAITING,
        SENT,
        REFUSED,
        NONE;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param field what was asked under this name */
    static PeopleFilter of(Function<String, Optional<String>> field) {
        var q = CleanText.line(field.apply("q").orElse(""));
        return new PeopleFilter(
                q.length() > LONGEST ? q.substring(0, LONGEST) : q,
                one(Registration.Status.values(), Registration.Status::code, field.apply("status")),
                field.apply("way").flatMap(Attendance::of),
                one(Sector.values(), Sector::code, field.apply("sector")),
                field.apply("reply").filter(code -> code.matches("none|accepted|tentative|declined")),
                one(MailState.values(), MailState::code, field.apply("mail")),
                one(Sort.values(), Sort::code, field.apply("sort")).orElse(Sort.NAME),
                field.apply("page")
                        .filter(number -> number.matches("[1-9][0-9]{0,5}"))
                        .map(Integer::valueOf)
                        .map(number -> Math.min(number, LAST_PAGE))
                        .orElse(1));
    }

    private static <E> Optional<E> one(E[] all, Function<E, String> code, Optional<String> asked) {
        return asked.flatMap(wanted ->
                Arrays.stream(all).filter(one -> code.apply(one).equals(wanted)).findFirst());
    }

    PeopleFilter sorted(Sort other) {
        return new PeopleFilter(q, status, way, sector, reply, mail, other, 1);
    }

    PeopleFilter turned(int other) {
        return new PeopleFilter(q, status, way, sector, reply, mail, sort, other);
    }

    /** What is asked, by name; what is as usual is left out. */
    Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        Optional.of(q).filter(text -> !text.isEmpty()).ifPresent(text -> fields.put("q", text));
        status.ifPresent(one -> fields.put("status", one.code()));
        way.ifPresent(one -> fields.put("way", one.code()));
        sector.ifPresent(one -> fields.put("sector", one.code()));
        reply.ifPresent(one -> fields.put("reply", one));
        mail.ifPresent(one -> fields.put("mail", one.code()));
        Optional.of(sort).filter(one -> one != Sort.NAME).ifPresent(one -> fields.put("sort", one.code()));
        Optional.of(page).filter(one -> one > 1).ifPresent(one -> fields.put("page", String.valueOf(one)));
        return fields;
    }

    /** The end of an address: empty, or the question mark and all that is asked. */
    String query() {
        var query = fields().entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    /** Whether it leaves anybody out. */
    boolean narrows() {
        return !sorted(Sort.NAME).fields().isEmpty();
    }
}
