package org.callwright.media.embedded.mix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.callwright.media.codecs.Saturation;
import org.callwright.media.embedded.jitter.PlayoutBuffer;

/**
 * The rounds of a mix. Each adds up once what all members say; who spoke hears the sum without itself, all others hear
 * the sum as it is. So a round costs by the number of members and not by their pairs, and the samples of a lone speaker
 * reach the others unchanged. No level is changed; a sum beyond 16 bits stops at the largest sample.
 */
public final class MixBus {

    private final List<MixMember> members = new ArrayList<>();
    private final List<MixMember> leaving = new ArrayList<>();
    private final int[] sum = new int[PlayoutBuffer.FRAME];
    private final short[] all = new short[PlayoutBuffer.FRAME];

    public void add(MixMember member) {
        members.add(member);
    }

    /** The member leaves; what it says ends softly in the next round. */
    public void remove(MixMember member) {
        if (members.remove(member)) {
            member.join(false, false, false);
            leaving.add(member);
        }
    }

    /** Whether there is nobody to hear or to be heard. */
    public boolean isEmpty() {
        return members.isEmpty() && leaving.isEmpty();
    }

    /** The next 20 ms. */
    public void round() {
        Arrays.fill(sum, 0);
        boolean sound = false;
        for (int i = 0; i < members.size(); i++) {
            sound |= speak(members.get(i));
        }
        for (int i = leaving.size() - 1; i >= 0; i--) {
            sound |= speak(leaving.get(i));
            leaving.remove(i);
        }
        if (sound) {
            for (int i = 0; i < all.length; i++) {
                all[i] = Saturation.of(sum[i]);
            }
        } else {
            Arrays.fill(all, (short) 0);
        }
        for (int i = 0; i < members.size(); i++) {
            members.get(i).listen(sum, all);
        }
    }

    private boolean speak(MixMember member) {
        boolean speaks = member.speak();
        if (speaks) {
            member.addTo(sum);
        }
        return speaks;
    }
}
