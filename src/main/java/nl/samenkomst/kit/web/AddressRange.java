package nl.samenkomst.kit.web;

import io.netty.util.NetUtil;
import java.util.Arrays;
import java.util.Optional;

/** A network address with its prefix, IPv4 or IPv6 (RFC 4632, RFC 4291 section 2.3): {@code 10.0.0.0/8}, {@code ::1}. */
public final class AddressRange {

    private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};

    private final byte[] address;
    private final int bits;

    private AddressRange(byte[] address, int bits) {
        this.address = address;
        this.bits = bits;
    }

    /**
     * Reads an address or a network.
     *
     * @throws IllegalArgumentException when it is neither; names are not looked up
     */
    public static AddressRange parse(String text) {
        var parts = text.split("/", 2);
        var address = bytes(parts[0]).orElseThrow(() -> new IllegalArgumentException(text));
        int widest = address.length * Byte.SIZE;
        int bits = parts.length == 1 ? widest : Integer.parseInt(parts[1]);
        if (bits < 0 || bits > widest) {
            throw new IllegalArgumentException(text);
        }
        return new AddressRange(address, bits);
    }

    /** Whether this address, as text, lies within. */
    boolean holds(String other) {
        return bytes(other).filter(this::holds).isPresent();
    }

    private boolean holds(byte[] other) {
        if (other.length != address.length) {
            return false;
        }
        int whole = bits / Byte.SIZE;
        int rest = bits % Byte.SIZE;
        int mask = (0xFF << (Byte.SIZE - rest)) & 0xFF;
        return Arrays.equals(address, 0, whole, other, 0, whole)
                && (rest == 0 || (address[whole] & mask) == (other[whole] & mask));
    }

    /** The bytes of an address; an IPv4 one written as IPv6 ({@code ::ffff:10.0.0.1}) is the IPv4 one. */
    static Optional<byte[]> bytes(String text) {
        var bytes = Optional.ofNullable(NetUtil.createByteArrayFromIpAddressString(text));
        return bytes.map(found -> found.length == 16 && Arrays.equals(found, 0, 12, MAPPED, 0, 12)
                ? Arrays.copyOfRange(found, 12, 16)
                : found);
    }
}
