package nl.samenkomst.registration;

import static java.util.Objects.requireNonNull;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.kit.mail.EmailAddress;
import nl.samenkomst.spi.Attendance;

/**
 * Someone's wish to take part, checked and on its way to the {@link Turnstile}.
 *
 * @param id of the registration that may come of it, made before ({@code Ids.timed()})
 * @param email empty only where staff add somebody who has none
 * @param shared another person under an address that is registered already: stands beside it
 * @param wantsOther whether they also stand in line for the other way, with a seat in hand
 * @param admitted whether they were invited, or staff let them in: a closed event takes nobody else
 * @param request by which the same form, sent again, is known
 * @param needs what they told that they need, where the event asks
 * @param byStaff whether staff write them in: then it matters not whether others can still register
 */
public record Arrival(
        UUID id,
        UUID organisation,
        UUID event,
        Optional<EmailAddress> email,
        boolean shared,
        Details details,
        Attendance attendance,
        boolean wantsOther,
        boolean admitted,
        Optional<Request> request,
        List<Need> needs,
        boolean byStaff) {

    /**
     * What somebody tells about themselves.
     *
     * @param sector its code, as in the contract
     * @param language the tag they are written to in, such as {@code nl}
     * @param questionsVersion of the event's questions, which the answers answer
     * @param answers by the id of the question
     */
    public record Details(
            String name,
            Optional<String> organisationName,
            Optional<String> sector,
            Optional<UUID> area,
            String language,
            int questionsVersion,
            JsonObject answers) {

        public Details {
            requireNonNull(name);
            requireNonNull(language);
            requireNonNull(answers);
        }
    }

    /**
     * A form or call that may be sent again.
     *
     * @param key the form's nonce or the Idempotency-Key; unique within its event
     * @param hash of all that was sent: the same key with another hash is refused
     */
    public record Request(String key, Buffer hash) {

        public Request {
            if (key.isEmpty() || key.length() > 255) {
                throw new IllegalArgumentException("a request's key has 1 to 255 characters");
            }
            requireNonNull(hash);
        }
    }

    public Arrival {
        needs = List.copyOf(needs);
        requireNonNull(id);
        requireNonNull(details);
        if (shared && email.isEmpty()) {
            throw new IllegalArgumentException("an address is shared only where there is one");
        }
    }

    /** Who comes by themselves, and told no needs. */
    public Arrival(
            UUID id,
            UUID organisation,
            UUID event,
            Optional<EmailAddress> email,
            boolean shared,
            Details details,
            Attendance attendance,
            boolean wantsOther,
            boolean admitted,
            Optional<Request> request) {
        this(
                id,
                organisation,
                event,
                email,
                shared,
                details,
                attendance,
                wantsOther,
                admitted,
                request,
                List.of(),
                false);
    }

    /** The same, with what they need. */
    Arrival needing(List<Need> told) {
        return new Arrival(
                id,
                organisation,
                event,
                email,
                shared,
                details,
                attendance,
                wantsOther,
                admitted,
                request,
                told,
                byStaff);
    }

    /** The address as it is compared, where it admits one registration only. */
    Optional<String> soleKey() {
        return shared ? Optional.empty() : email.map(EmailAddress::key);
    }

    Optional<Attendance> wants() {
        return wantsOther ? Optional.of(attendance.other()) : Optional.empty();
    }
}
