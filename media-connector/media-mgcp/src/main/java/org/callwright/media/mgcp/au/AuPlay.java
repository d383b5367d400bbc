package org.callwright.media.mgcp.au;

import java.util.List;
import java.util.OptionalLong;
import org.callwright.media.mgcp.message.Arguments;
import org.callwright.media.mgcp.message.MgcpSyntaxException;
import org.callwright.media.mgcp.message.Signal;

/**
 * {@code AU/pa}: plays an announcement.
 *
 * @param announcement at least one segment
 * @param iterations how often all of it is played; 0 = until it is stopped
 * @param id ours, see {@code docs/mgcp.md}
 */
public record AuPlay(List<AuSegment> announcement, int iterations, OptionalLong id) {

    public AuPlay {
        announcement = List.copyOf(announcement);
    }

    public static AuPlay of(Signal signal) throws MgcpSyntaxException {
        Arguments arguments = signal.arguments();
        List<AuSegment> announcement = AuSegment.parseList(arguments.get("an", ""));
        if (announcement.isEmpty()) {
            throw new MgcpSyntaxException("argument an is missing");
        }
        long iterations = AuNumbers.number(arguments, "it", 1, -1, 10_000);
        return new AuPlay(announcement, iterations == -1 ? 0 : (int) Math.max(1, iterations), AuNumbers.id(arguments));
    }

    public Signal signal() {
        Arguments arguments = Arguments.NONE.with("an", AuSegment.format(announcement));
        if (iterations != 1) {
            arguments = arguments.with("it", iterations == 0 ? -1 : iterations);
        }
        return new Signal(AuPackage.AU, AuPackage.PLAY, AuNumbers.with(arguments, id));
    }
}
