package org.callwright.media.mgcp.gateway;

import java.time.Duration;
import java.util.List;
import org.callwright.media.mgcp.au.AuCollect;
import org.callwright.media.mgcp.au.AuResult;
import org.callwright.media.mgcp.au.AuReturnCode;
import org.callwright.media.mgcp.au.AuSegment;
import org.callwright.media.mgcp.message.MgcpSyntaxException;
import org.callwright.media.mgcp.transaction.Loop;
import org.callwright.media.spi.PlayRequest;

/**
 * {@code AU/pc}: a prompt and keys, in one attempt or several. A key ends an interruptible prompt; keys pressed during
 * one that can't be interrupted are forgotten. When time runs out, enough keys are a success and too few are a failed
 * attempt.
 */
final class CollectSignal extends EndpointSignal {

    private final SignalWorld world;
    private final AuCollect collect;
    private final StringBuilder digits = new StringBuilder();
    private int attempt;
    private boolean prompting;
    private boolean finished;
    private Loop.Cancellable timer = Loop.Cancellable.NONE;

    CollectSignal(String name, AuCollect collect, SignalWorld world) {
        super(name, collect.id());
        this.world = world;
        this.collect = collect;
    }

    @Override
    void begin() {
        attempt++;
        digits.setLength(0);
        List<AuSegment> prompt = attempt > 1 && !collect.reprompt().isEmpty() ? collect.reprompt() : collect.prompt();
        if (prompt.isEmpty()) {
            await(collect.firstDigit());
            return;
        }
        try {
            PlayRequest request = new PlayRequest(Announcement.of(prompt, world.folders()), 1);
            prompting = true;
            int current = attempt;
            world.hear(world.group().player().play(request), played -> prompted(current));
        } catch (MgcpSyntaxException e) {
            finish(result(AuReturnCode.BAD_AUDIO_ID).with("tx", e.getMessage()));
        }
    }

    private void prompted(int ofAttempt) {
        if (prompting && ofAttempt == attempt && !finished) {
            prompting = false;
            await(collect.firstDigit());
        }
    }

    private void await(Duration limit) {
        timer.cancel();
        timer = world.loop().schedule(limit, this::timeUp);
    }

    @Override
    void key(char digit) {
        if (finished || prompting && !collect.interruptible()) {
            return;
        }
        if (prompting) {
            prompting = false;
            world.group().player().stop();
        }
        if (collect.endInputKeys().indexOf(digit) >= 0) {
            timeUp();
            return;
        }
        digits.append(digit);
        if (digits.length() >= collect.maxDigits()) {
            finish(result(AuReturnCode.SUCCESS));
        } else {
            await(collect.interDigit());
        }
    }

    private void timeUp() {
        timer.cancel();
        if (finished) {
            return;
        }
        if (digits.length() >= Math.max(1, collect.minDigits()) || collect.minDigits() == 0) {
            finish(result(AuReturnCode.SUCCESS));
        } else if (attempt < collect.attempts()) {
            begin();
        } else if (collect.attempts() > 1) {
            finish(result(AuReturnCode.MAX_ATTEMPTS_EXCEEDED));
        } else {
            finish(result(digits.length() == 0 ? AuReturnCode.NO_DIGITS : AuReturnCode.DIGIT_PATTERN_NOT_MATCHED));
        }
    }

    private void finish(AuResult result) {
        if (!finished) {
            finished = true;
            timer.cancel();
            end(result.with("na", attempt).with("dc", digits.toString()));
        }
    }

    @Override
    void stop() {
        world.group().player().stop();
        finish(result(AuReturnCode.SUCCESS).with("en", "stopped"));
    }
}
