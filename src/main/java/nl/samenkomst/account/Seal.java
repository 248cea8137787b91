package nl.samenkomst.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import nl.samenkomst.kit.web.Links;

/**
 * Seals an account's second-step secret: AES-256-GCM under a key derived from the installation's secret, bound to the account. Who
 * reads the database alone learns nothing, and what is sealed for one account does not open for another.
 */
final class Seal {

    private static final int NONCE_BYTES = 12;
    private static final int PROOF_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    Seal(Links links) {
        this.key = new SecretKeySpec(links.hmac("second step key"), "AES");
    }

    /** The nonce, and behind it what was sealed with its proof. */
    byte[] close(byte[] secret, UUID account) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, account).doFinal(secret);
            return ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException cause) {
            throw new IllegalStateException("this Java has no AES-GCM", cause);
        }
    }

    /** Empty where it was sealed for another account, under another key, or not by us. */
    Optional<byte[]> open(byte[] sealed, UUID account) {
        if (sealed.length <= NONCE_BYTES) {
            return Optional.empty();
        }
        try {
            var nonce = Arrays.copyOf(sealed, NONCE_BYTES);
            return Optional.of(cipher(Cipher.DECRYPT_MODE, nonce, account)
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES));
        } catch (GeneralSecurityException notOurs) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, UUID account) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(PROOF_BITS, nonce));
        cipher.updateAAD(account.toString().getBytes(UTF_8));
        return cipher;
    }
}
