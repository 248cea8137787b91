package nl.samenkomst.kit.web;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code as an SVG picture of ours, made on this machine.
 *
 * @param size of the whole picture, in modules, with the quiet zone of four that readers need (ISO/IEC 18004)
 * @param dark the path of the dark modules
 */
public record QrSquare(int size, String dark) {

    private static final int QUIET = 4;

    public static QrSquare of(String text) {
        var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return new QrSquare(code.size + 2 * QUIET, path.toString());
    }
}
