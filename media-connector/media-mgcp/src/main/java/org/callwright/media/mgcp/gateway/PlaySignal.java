package org.callwright.media.mgcp.gateway;

import java.util.Locale;
import org.callwright.media.mgcp.au.AuPlay;
import org.callwright.media.mgcp.au.AuResult;
import org.callwright.media.mgcp.au.AuReturnCode;
import org.callwright.media.mgcp.message.MgcpSyntaxException;
import org.callwright.media.spi.PlayRequest;
import org.callwright.media.spi.PlayResult;

/** {@code AU/pa}. */
final class PlaySignal extends EndpointSignal {

    private final SignalWorld world;
    private final AuPlay play;

    PlaySignal(String name, AuPlay play, SignalWorld world) {
        super(name, play.id());
        this.world = world;
        this.play = play;
    }

    @Override
    void begin() {
        try {
            PlayRequest request = new PlayRequest(Announcement.of(play.announcement(), world.folders()),
                    play.iterations());
            world.hear(world.group().player().play(request), this::ended);
        } catch (MgcpSyntaxException e) {
            end(result(AuReturnCode.BAD_AUDIO_ID).with("sm", 0).with("tx", e.getMessage()));
        }
    }

    private void ended(PlayResult played) {
        boolean failed = played.reason() == PlayResult.Reason.FAILED;
        AuResult result = result(failed ? AuReturnCode.BAD_AUDIO_ID : AuReturnCode.SUCCESS);
        if (!failed) {
            result = result.with("en", played.reason().name().toLowerCase(Locale.ROOT));
        }
        result = result.with("sm", SignalWorld.samples(played.played()));
        end(failed ? result.with("tx", played.detail()) : result);
    }

    @Override
    void stop() {
        world.group().player().stop();
    }
}
