package org.callwright.call.value;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.callwright.call.program.Application;
import org.callwright.call.program.CallProgram;
import org.callwright.call.program.DialledBy;

/**
 * A call that an application asks for.
 *
 * @param from caller id: a number, or a whole SIP URI when it contains {@code @}
 * @param to as the application wrote it
 * @param targetUri SIP URI that the INVITE goes to, already resolved (trunk, SIP URI)
 * @param headers put on the INVITE
 * @param program what the call does when it is answered
 * @param ringTimeout from the INVITE to giving up
 * @param progress told how the call goes
 * @param recordings what the account's recordings are written as
 * @param credentials for a callee who asks who calls
 */
public record OutboundCall(
        AccountSid account,
        String from,
        String to,
        String targetUri,
        List<Parameter> headers,
        CallProgram program,
        Duration ringTimeout,
        Optional<ProgressCallback> progress,
        RecordingFormat recordings,
        Optional<Credentials> credentials) {

    public OutboundCall {
        headers = List.copyOf(headers);
    }

    /** A call without credentials. */
    public OutboundCall(AccountSid account, String from, String to, String targetUri, List<Parameter> headers,
            CallProgram program, Duration ringTimeout, Optional<ProgressCallback> progress,
            RecordingFormat recordings) {
        this(account, from, to, targetUri, headers, program, ringTimeout, progress, recordings, Optional.empty());
    }

    /** A call for an account that chose no format of recordings. */
    public OutboundCall(AccountSid account, String from, String to, String targetUri, List<Parameter> headers,
            CallProgram program, Duration ringTimeout, Optional<ProgressCallback> progress) {
        this(account, from, to, targetUri, headers, program, ringTimeout, progress, RecordingFormat.WAV);
    }

    /** A call that an application leads. */
    public OutboundCall(AccountSid account, String from, String to, String targetUri, List<Parameter> headers,
            WebTarget voice, Optional<WebTarget> fallback, Duration ringTimeout, Optional<ProgressCallback> progress) {
        this(account, from, to, targetUri, headers, new Application(voice, fallback), ringTimeout, progress);
    }

    /** A call that an application leads, and of which nobody is told. */
    public OutboundCall(AccountSid account, String from, String to, String targetUri, List<Parameter> headers,
            WebTarget voice, Optional<WebTarget> fallback, Duration ringTimeout) {
        this(account, from, to, targetUri, headers, voice, fallback, ringTimeout, Optional.empty());
    }

    /** The call whose Dial placed this one. */
    public Optional<CallSid> dialler() {
        return program instanceof DialledBy dialled ? Optional.of(dialled.dialler()) : Optional.empty();
    }

    /** The first document that the call needs: of who leads it, or of who lets the callee choose; empty: none. */
    public Optional<WebTarget> voice() {
        return program instanceof DialledBy dialled ? dialled.screening() : application().map(Application::voice);
    }

    /** Who leads the call; empty when it needs nobody. */
    public Optional<Application> application() {
        return program instanceof Application asked ? Optional.of(asked) : Optional.empty();
    }
}
