package org.callwright.media.mgcp.driver;

import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.callwright.media.mgcp.au.AuResult;
import org.callwright.media.mgcp.message.Arguments;
import org.callwright.media.mgcp.message.Signal;
import org.callwright.media.spi.AnsweredBy;
import org.callwright.media.spi.MachineDetection;
import org.callwright.media.spi.MachineDetectionResult;
import org.callwright.media.spi.MachineDetectionResult.Reason;

/** One detection of an answering machine. What can't be found out is unknown. */
final class Detecting implements Operation {

    private final MgcpSession session;
    private final MachineDetection request;
    private final Consumer<MachineDetectionResult> receiver;

    Detecting(MgcpSession session, MachineDetection request, Consumer<MachineDetectionResult> receiver) {
        this.session = session;
        this.request = request;
        this.receiver = receiver;
    }

    @Override
    public Signal signal(OptionalLong number) {
        Arguments arguments = Arguments.NONE
                .with("mode", request.mode() == MachineDetection.Mode.ENABLE ? "enable" : "end")
                .with("to", request.timeout().toMillis()).with("st", request.speechThreshold().toMillis())
                .with("se", request.speechEndThreshold().toMillis()).with("si", request.silenceTimeout().toMillis());
        return new Signal("CW", "md", number.isPresent() ? arguments.with("id", number.getAsLong()) : arguments);
    }

    @Override
    public void ended(AuResult end, boolean stopping) {
        AnsweredBy answeredBy = Arrays.stream(AnsweredBy.values())
                .filter(each -> each.name().equalsIgnoreCase(end.arguments().get("by", "")))
                .findFirst().orElse(AnsweredBy.UNKNOWN);
        tell(end.end().equals("stopped") ? Reason.STOPPED : Reason.DETECTED, answeredBy,
                Duration.ofMillis(end.arguments().longOf("ms").orElse(0)));
    }

    @Override
    public void stopped() {
        tell(Reason.STOPPED, AnsweredBy.UNKNOWN, Duration.ZERO);
    }

    @Override
    public void failed(String why) {
        tell(Reason.DETECTED, AnsweredBy.UNKNOWN, Duration.ZERO);
    }

    private void tell(Reason reason, AnsweredBy answeredBy, Duration after) {
        session.tell(() -> receiver.accept(new MachineDetectionResult(reason, answeredBy, after)));
    }
}
