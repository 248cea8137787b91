package nl.samenkomst.account;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import nl.samenkomst.kit.web.Links;

/**
 * Who of the staff is asking, and for which organisation.
 *
 * @param role what they may do in that organisation
 */
public record Caller(Account account, Organisation organisation, Role role, Proof proof) {

    /**
     * By what they proved it.
     *
     * @param hash of the session's or token's secret, base64url
     */
    public record Proof(Kind kind, String hash) {

        private static final int TOKEN_BYTES = 16;

        /**
         * What a form of the staff bears in its field {@code token}: it fits this session and this path alone, so no other page can
         * send the form in their name.
         *
         * @param path where the form is sent to, without query
         */
        public String formToken(Links links, String path) {
            var hmac = links.hmac(
                    "staff form", hash.getBytes(StandardCharsets.UTF_8), path.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hmac, TOKEN_BYTES));
        }
    }

    /** The two kinds of proof. */
    public enum Kind {
        SESSION,
        TOKEN
    }

    /** Tells this session or token from every other, and does not give it away: for idempotency keys. */
    public String key() {
        return proof.hash();
    }

    /** The same person, working for another organisation of theirs. */
    Caller at(Membership membership) {
        return new Caller(account, membership.organisation(), membership.role(), proof);
    }

    /** See {@link Proof#formToken}. */
    public String formToken(Links links, String path) {
        return proof.formToken(links, path);
    }
}
