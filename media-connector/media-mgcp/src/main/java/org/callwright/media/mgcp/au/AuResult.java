package org.callwright.media.mgcp.au;

import java.util.Optional;
import java.util.OptionalLong;
import org.callwright.media.mgcp.message.Arguments;
import org.callwright.media.mgcp.message.ObservedEvent;

/**
 * How a signal ended: {@code AU/oc} or {@code AU/of}, or the same of {@code CW}.
 *
 * @param packageName of the event, upper case
 * @param completed {@code oc} rather than {@code of}
 * @param arguments all that stands in the brackets
 */
public record AuResult(String packageName, boolean completed, Arguments arguments) {

    /** A result of the signal {@code name}, such as {@code AU/pa}, whose package the event is of. */
    public static AuResult of(String name, OptionalLong id, int returnCode) {
        Arguments arguments = Arguments.NONE.with(name, "").with("rc", returnCode);
        return new AuResult(name.substring(0, name.indexOf('/')), returnCode < 300, AuNumbers.with(arguments, id));
    }

    /** What an observed event says; empty when it is another event. */
    public static Optional<AuResult> of(ObservedEvent event) {
        boolean completed = event.name().equalsIgnoreCase(AuPackage.COMPLETED);
        if (!completed && !event.name().equalsIgnoreCase(AuPackage.FAILED)) {
            return Optional.empty();
        }
        return Optional.of(new AuResult(event.packageName(), completed, event.arguments()));
    }

    public ObservedEvent event() {
        return new ObservedEvent(packageName, completed ? AuPackage.COMPLETED : AuPackage.FAILED, arguments);
    }

    public AuResult with(String key, String value) {
        return new AuResult(packageName, completed, arguments.with(key, value));
    }

    public AuResult with(String key, long value) {
        return new AuResult(packageName, completed, arguments.with(key, value));
    }

    /** {@code rc}; 100 or 300 when it is missing. */
    public int returnCode() {
        return (int) arguments.longOf("rc")
                .orElse(completed ? AuReturnCode.SUCCESS : AuReturnCode.UNSPECIFIED_FAILURE);
    }

    /** {@code id}: ours, of the signal. */
    public OptionalLong id() {
        return arguments.longOf("id");
    }

    /** {@code en}: ours, why it ended; empty when absent. */
    public String end() {
        return arguments.get("en", "");
    }

    /** {@code sm}: ours, samples at 8 kHz that were played or recorded. */
    public OptionalLong samples() {
        return arguments.longOf("sm");
    }

    /** {@code sh}: ours, whether sound was heard in a recording. */
    public Optional<Boolean> soundHeard() {
        return arguments.get("sh").map(Boolean::parseBoolean);
    }

    /** {@code tx}: ours, what went wrong; empty when absent. */
    public String detail() {
        return arguments.get("tx", "");
    }

    /** {@code dc}: keys that were collected. */
    public String digits() {
        return arguments.get("dc", "");
    }
}
