package org.callwright.tms;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.callwright.call.value.AccountSid;

/** Messages for tests that are about what becomes of them. */
public final class SampleMessages {

    private SampleMessages() {
    }

    /** A message whose list is not built yet. */
    public static TmsMessage accept(TmsMessages messages, AccountSid account, List<String> phones) {
        try (Intake intake = messages.intake()) {
            phones.forEach(intake::add);
            return intake.accept(new MessageOrder(account, new Content.Say("Hello"), Optional.empty(), 0,
                    Duration.ZERO, Optional.empty()));
        }
    }

    /** So many recipients without a number: a message to them is over as soon as it is built. */
    public static List<String> nobodies(int count) {
        return IntStream.range(0, count).mapToObj(i -> "nobody" + i).toList();
    }
}
