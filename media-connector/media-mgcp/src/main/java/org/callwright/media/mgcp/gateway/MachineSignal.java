package org.callwright.media.mgcp.gateway;

import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;
import org.callwright.media.mgcp.au.AuReturnCode;
import org.callwright.media.mgcp.message.Arguments;
import org.callwright.media.mgcp.message.MgcpSyntaxException;
import org.callwright.media.spi.MachineDetection;

/** {@code CW/md}: who or what answered. */
final class MachineSignal extends EndpointSignal {

    private final SignalWorld world;
    private final MachineDetection detection;

    MachineSignal(String name, OptionalLong id, Arguments arguments, SignalWorld world) throws MgcpSyntaxException {
        super(name, id);
        this.world = world;
        this.detection = detection(arguments);
    }

    private static MachineDetection detection(Arguments arguments) throws MgcpSyntaxException {
        try {
            return new MachineDetection(
                    arguments.get("mode", "enable").equals("end") ? MachineDetection.Mode.DETECT_MESSAGE_END
                            : MachineDetection.Mode.ENABLE,
                    millis(arguments, "to", MachineDetection.DEFAULT_TIMEOUT),
                    millis(arguments, "st", MachineDetection.DEFAULT_SPEECH_THRESHOLD),
                    millis(arguments, "se", MachineDetection.DEFAULT_SPEECH_END_THRESHOLD),
                    millis(arguments, "si", MachineDetection.DEFAULT_SILENCE_TIMEOUT));
        } catch (IllegalArgumentException e) {
            throw new MgcpSyntaxException(e.getMessage());
        }
    }

    private static Duration millis(Arguments arguments, String key, Duration otherwise) {
        OptionalLong given = arguments.longOf(key);
        return given.isPresent() ? Duration.ofMillis(given.getAsLong()) : otherwise;
    }

    @Override
    void begin() {
        try {
            world.hear(world.group().machineDetector().detect(detection), detected -> end(
                    result(AuReturnCode.SUCCESS).with("en", detected.reason().name().toLowerCase(Locale.ROOT))
                            .with("by", detected.answeredBy().name()).with("ms", detected.after().toMillis())));
        } catch (IllegalStateException e) {
            end(result(AuReturnCode.UNSPECIFIED_FAILURE).with("tx", e.getMessage()));
        }
    }

    @Override
    void stop() {
        world.group().machineDetector().stop();
    }
}
