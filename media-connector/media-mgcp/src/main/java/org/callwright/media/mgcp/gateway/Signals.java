package org.callwright.media.mgcp.gateway;

import java.util.OptionalLong;
import org.callwright.media.mgcp.au.AuCollect;
import org.callwright.media.mgcp.au.AuPackage;
import org.callwright.media.mgcp.au.AuPlay;
import org.callwright.media.mgcp.au.AuRecord;
import org.callwright.media.mgcp.message.MgcpSyntaxException;
import org.callwright.media.mgcp.message.ReturnCode;
import org.callwright.media.mgcp.message.Signal;

/** Makes signals from what call agents write. */
final class Signals {

    private Signals() {
    }

    static EndpointSignal make(Signal signal, SignalWorld world) throws Refusal {
        try {
            switch (signal.fullName()) {
                case AuPackage.AU + '/' + AuPackage.PLAY:
                    return new PlaySignal(signal.fullName(), AuPlay.of(signal), world);
                case AuPackage.AU + '/' + AuPackage.PLAY_COLLECT:
                    return new CollectSignal(signal.fullName(), AuCollect.of(signal), world);
                case AuPackage.AU + '/' + AuPackage.PLAY_RECORD:
                    return new RecordSignal(signal.fullName(), AuRecord.of(signal), world.group().recorder(), world);
                case AuPackage.CW + '/' + AuPackage.LIVE_RECORD:
                    return new RecordSignal(signal.fullName(), AuRecord.of(signal), world.group().liveRecorder(),
                            world);
                case AuPackage.CW + '/' + AuPackage.MACHINE_DETECTION:
                    return new MachineSignal(signal.fullName(), id(signal), signal.arguments(), world);
                default:
                    throw unknown(signal);
            }
        } catch (MgcpSyntaxException e) {
            throw new Refusal(ReturnCode.SIGNAL_PARAMETER_ERROR, e.getMessage());
        }
    }

    private static OptionalLong id(Signal signal) {
        return signal.arguments().longOf("id");
    }

    private static Refusal unknown(Signal signal) {
        boolean known = signal.packageName().equals(AuPackage.AU) || signal.packageName().equals(AuPackage.CW);
        return known ? new Refusal(ReturnCode.UNKNOWN_SIGNAL, "unknown signal")
                : new Refusal(ReturnCode.UNKNOWN_PACKAGE, "unknown package of a signal");
    }
}
