package nl.samenkomst.kit.web;

import java.util.HexFormat;

/** Names the household behind a client address: all of an IPv4 address, the first 64 bits of an IPv6 one. */
final class ClientKey {

    private static final int HOUSEHOLD_BYTES = 8;

    private ClientKey() {}

    static String of(String address) {
        return AddressRange.bytes(address)
                .filter(bytes -> bytes.length == 16)
                .map(bytes -> HexFormat.of().formatHex(bytes, 0, HOUSEHOLD_BYTES) + "/64")
                .orElse(address);
    }
}
