package nl.samenkomst.bench;

import java.util.Arrays;

/** How long each answer took, in nanoseconds; grows as they come. */
final class Latencies {

    private long[] nanos = new long[1 << 16];
    private int count;

    void add(long nano) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = nano;
    }

    int count() {
        return count;
    }

    /** The value that this share of all answers did not exceed, in milliseconds; 0 where there is none. */
    double milliseconds(double share) {
        if (count == 0) {
            return 0;
        }
        var sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(count - 1L, Math.round(share * count))] / 1e6;
    }
}
