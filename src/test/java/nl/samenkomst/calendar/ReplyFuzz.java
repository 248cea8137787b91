package nl.samenkomst.calendar;

/** What the fuzzer tries to bring down, see {@code bin/fuzz}: anybody may write to us, and whatever comes is read or set aside. */
public final class ReplyFuzz {

    private static final int LONGEST_UID = 255;

    private ReplyFuzz() {}

    /** Called by Jazzer with one mail after another. */
    public static void fuzzerTestOneInput(byte[] source) {
        var heard = ReplyReader.read(source);
        if (heard instanceof Heard.Answer answer) {
            hold(!answer.uid().isBlank() && answer.uid().length() <= LONGEST_UID, "a UID of some length");
            hold(answer.sequence() >= 0, "a sequence that counts up");
            answer.comment().ifPresent(ReplyFuzz::oneCleanLine);
        }
        if (heard instanceof Heard.Bounced bounced) {
            oneCleanLine(bounced.words());
        }
    }

    private static void oneCleanLine(String words) {
        hold(words.chars().noneMatch(Character::isISOControl), "one clean line");
    }

    private static void hold(boolean held, String what) {
        if (!held) {
            throw new IllegalStateException("does not hold: " + what);
        }
    }
}
