package org.callwright.sip;

/** More than {@link #MOST_PER_SECOND} keys in a second come from no keypad and are dropped, as those in RTP are. */
final class KeyRate {

    static final int MOST_PER_SECOND = 30;
    private static final long SECOND = 1_000_000_000L;

    private long second;
    private int inSecond;

    boolean allows(long nanoTime) {
        if (inSecond == 0 || nanoTime - second > SECOND) {
            second = nanoTime;
            inSecond = 0;
        }
        return ++inSecond <= MOST_PER_SECOND;
    }
}
