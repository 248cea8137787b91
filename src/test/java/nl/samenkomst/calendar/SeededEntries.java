package nl.samenkomst.calendar;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.samenkomst.calendar.CalendarEntry.Method;
import nl.samenkomst.calendar.CalendarEntry.Parties;
import nl.samenkomst.calendar.CalendarEntry.Party;
import nl.samenkomst.calendar.CalendarEntry.Span;
import nl.samenkomst.calendar.CalendarEntry.Spot;
import nl.samenkomst.calendar.CalendarEntry.Status;
import nl.samenkomst.calendar.CalendarEntry.Words;

/** Invitations by chance, always the same: of every zone of the JDK, round its clock changes, in four scripts. */
public final class SeededEntries {

    private static final int YEAR = 2027;
    private static final Instant STAMP = Instant.parse("2026-11-24T09:30:00Z");
    private static final Duration NEAR = Duration.ofMinutes(90);

    private static final List<String> SCRIPTS = List.of(
            "wie kent de weg naar zorg? Soep, brood; koffie \\ thee ",
            "mahalle masası: sağlığa giden yol, çay ve ığüşöç ",
            "طاولة الحي في أوسدورب، من يعرف الطريق؟ ",
            "samen 🌷👩🏽‍🤝‍👩 aan tafel 🏳️‍🌈 🍲 ");

    private final Random random;

    private SeededEntries(long seed) {
        this.random = new Random(seed);
    }

    /** A single one in each zone, and in those that change their clocks some round each change of the year. */
    public static List<CalendarEntry> everywhere(long seed) {
        var seeded = new SeededEntries(seed);
        return zones().flatMap(
                        zone -> moments(zone).map(start -> seeded.entry(new Span(start, start.plus(NEAR), zone))))
                .toList();
    }

    /** So many in Amsterdam, over ten years, on days when no clock changes. */
    public static List<CalendarEntry> inAmsterdam(long seed, int number) {
        var seeded = new SeededEntries(seed);
        var zone = ZoneId.of("Europe/Amsterdam");
        return Stream.generate(() -> LocalDate.of(YEAR - 5, 1, 1)
                        .plusDays(seeded.random.nextInt(3650))
                        .atTime(6 + seeded.random.nextInt(16), 5 * seeded.random.nextInt(12))
                        .atZone(zone)
                        .toInstant())
                .filter(start -> zone.getRules()
                        .getOffset(start.minus(Duration.ofDays(1)))
                        .equals(zone.getRules().getOffset(start.plus(Duration.ofDays(1)))))
                .limit(number)
                .map(start -> seeded.entry(
                        new Span(start, start.plus(Duration.ofMinutes(15L * (1 + seeded.random.nextInt(20)))), zone)))
                .toList();
    }

    private static Stream<ZoneId> zones() {
        return Stream.of(TimeZone.getAvailableIDs())
                .filter(ZoneId.getAvailableZoneIds()::contains)
                .map(ZoneId::of)
                .filter(zone -> !(zone instanceof ZoneOffset));
    }

    /**
     * A winter's and a summer's evening, and shortly before, at and after each change. Left out are the hours that come twice: a local
     * time among them always means the first (RFC 5545 section 3.3.5).
     */
    private static Stream<Instant> moments(ZoneId zone) {
        var moments = new ArrayList<>(
                List.of(Instant.parse(YEAR + "-01-15T18:00:00Z"), Instant.parse(YEAR + "-07-15T18:00:00Z")));
        var end = Instant.parse(YEAR + "-12-31T23:59:59Z");
        for (ZoneOffsetTransition change = zone.getRules().nextTransition(Instant.parse(YEAR + "-01-01T00:00:00Z"));
                change != null && change.getInstant().isBefore(end);
                change = zone.getRules().nextTransition(change.getInstant())) {
            moments.add(change.getInstant().minus(NEAR.multipliedBy(3)));
            if (change.isGap()) {
                moments.add(change.getInstant());
            }
            moments.add(change.getInstant().plus(change.getDuration().abs()).plus(NEAR));
        }
        return moments.stream();
    }

    private CalendarEntry entry(Span span) {
        var online = random.nextBoolean();
        var link = "https://meet.example/" + Long.toHexString(random.nextLong()) + "?pwd=a1,b2;c3&naam=Osdorp";
        var off = random.nextInt(5) == 0;
        return new CalendarEntry(
                off ? Method.CANCEL : Method.REQUEST,
                off ? Status.CANCELLED : Status.CONFIRMED,
                String.format("%016x%016x@samenkomst", random.nextLong(), random.nextLong()),
                random.nextInt(30),
                STAMP,
                span,
                new Words(
                        words(1 + random.nextInt(3)),
                        words(random.nextInt(4)) + "\n\n" + words(random.nextInt(12)),
                        Optional.of(URI.create("https://samenkomst.example/events/tafel-" + random.nextInt(1000)))),
                online
                        ? new Spot(link, Optional.of(URI.create(link)), Optional.empty())
                        : new Spot(words(1), Optional.empty(), Optional.empty()),
                Optional.of(new Parties(
                        new Party("Karin Hoekstra", "aanmelden@wijkzorg.example"),
                        new Party(name(), "a" + random.nextInt(10_000) + "@mail.example"))));
    }

    private String words(int parts) {
        return IntStream.range(0, parts)
                .mapToObj(one -> SCRIPTS.get(random.nextInt(SCRIPTS.size())))
                .collect(Collectors.joining())
                .strip();
    }

    private String name() {
        return List.of("Fatima Bouali", "Ayşe Yıldız-Çelik", "عبد الرحمن, أبو سلام", "Wim 🌷; 't Hart: jr.")
                .get(random.nextInt(4));
    }
}
