package nl.samenkomst.kit.web;

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

/**
 * Seals what the database keeps but need not read: AES-256-GCM (NIST SP 800-38D) under a key derived from the installation's secret, bound
 * to its owner. Who reads the database alone learns nothing, and what is sealed for one owner does not open for another.
 */
public final class Seal {

    private static final int NONCE_BYTES = 12;
    private static final int PROOF_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    /** @param purpose what is sealed with it; another purpose is another key */
    public Seal(Links links, String purpose) {
        this.key = new SecretKeySpec(links.hmac(purpose + " key"), "AES");
    }

    /** The nonce, and behind it what was sealed with its proof. */
    public byte[] close(byte[] secret, UUID owner) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, owner).doFinal(secret);
            return ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException cause) {
            throw new IllegalStateException("this Java has no AES-GCM", cause);
        }
    }

    /** Empty where it was sealed for another owner, under another key, or not by us. */
    public Optional<byte[]> open(byte[] sealed, UUID owner) {
        if (sealed.length <= NONCE_BYTES) {
            return Optional.empty();
        }
        try {
            var nonce = Arrays.copyOf(sealed, NONCE_BYTES);
            return Optional.of(cipher(Cipher.DECRYPT_MODE, nonce, owner)
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES));
        } catch (GeneralSecurityException notOurs) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, UUID owner) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(PROOF_BITS, nonce));
        cipher.updateAAD(owner.toString().getBytes(UTF_8));
        return cipher;
    }
}
