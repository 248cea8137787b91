package nl.samenkomst.calendar;

/** Addresses that open a calendar program and make it follow along, rather than a browser. */
final class Webcal {

    private Webcal() {}

    /** The same address under the scheme {@code webcal}, which is all that such programs know, on https too. */
    static String of(String address) {
        return "webcal" + address.substring(address.indexOf(':'));
    }
}
