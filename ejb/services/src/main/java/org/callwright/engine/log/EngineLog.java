package org.callwright.engine.log;

import static org.jboss.logging.Logger.Level.DEBUG;
import static org.jboss.logging.Logger.Level.ERROR;
import static org.jboss.logging.Logger.Level.INFO;
import static org.jboss.logging.Logger.Level.WARN;

import java.lang.invoke.MethodHandles;
import org.callwright.call.value.CallSid;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/**
 * Messages of the engine (3000 to 3099), its media (3100), speech (3200) and requests to applications (3300). No
 * digits, phone numbers, secrets or recording URLs.
 */
@MessageLogger(projectCode = "CWENG", length = 4)
public interface EngineLog extends BasicLogger {

    EngineLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), EngineLog.class, "org.callwright.engine");

    @LogMessage(level = INFO)
    @Message(id = 3001, value = "Call %s %s ended: %s after %d ms (%s)")
    void callEnded(CallSid call, String direction, String status, long millis, String reason);

    @LogMessage(level = INFO)
    @Message(id = 3002, value = "Call %s was dropped without a record")
    void callDropped(CallSid call);

    @LogMessage(level = ERROR)
    @Message(id = 3003, value = "Call %s: %s could not be handled; the call is ended")
    void transitionFailed(CallSid call, String event, @Cause Throwable cause);

    @LogMessage(level = ERROR)
    @Message(id = 3004, value = "Call %s: its state could not be stored; it goes on, but can't be taken over")
    void storeFailed(CallSid call, @Cause Throwable cause);

    @LogMessage(level = ERROR)
    @Message(id = 3005, value = "Call %s: %s could not be carried out")
    void effectFailed(CallSid call, String effect, @Cause Throwable cause);

    @LogMessage(level = WARN)
    @Message(id = 3006, value = "Call %s has too many events waiting; it is ended")
    void mailboxOverflow(CallSid call);

    @LogMessage(level = ERROR)
    @Message(id = 3007, value = "Call %s could not be ended in order; its legs, media and state were cleared by force")
    void endedByForce(CallSid call, @Cause Throwable cause);

    @LogMessage(level = WARN)
    @Message(id = 3008, value = "New calls were refused, %d since this was said last: %s")
    void callsRefused(long count, String reason);

    @LogMessage(level = INFO)
    @Message(id = 3009, value = "The SIP application is attached; calls are taken")
    void sipAttached();

    @LogMessage(level = INFO)
    @Message(id = 3010, value = "The SIP application is detached; no calls are taken")
    void sipDetached();

    @LogMessage(level = INFO)
    @Message(id = 3011, value = "Ending %d calls")
    void endingCalls(int calls);

    @LogMessage(level = WARN)
    @Message(id = 3012, value = "%d calls did not end in time")
    void callsLeft(int calls);

    @LogMessage(level = INFO)
    @Message(id = 3013, value = "%d calls of a run that died are being closed")
    void sweeping(int calls);

    @LogMessage(level = WARN)
    @Message(id = 3014, value = "The stored state of call %s can't be read and is dropped")
    void storedStateUnreadable(CallSid call, @Cause Throwable cause);

    @LogMessage(level = WARN)
    @Message(id = 3015, value = "Call %s was still there long after its time; it is ended")
    void reaped(CallSid call);

    @LogMessage(level = WARN)
    @Message(id = 3016, value = "Call %s: the dialled number could not be looked up; the last answer counts, if there was one")
    void lookupFailed(CallSid call, @Cause Throwable cause);

    @LogMessage(level = INFO)
    @Message(id = 3017, value = "The call engine runs as instance %s, media driver %s")
    void engineStarted(String instance, String driver);

    @LogMessage(level = INFO)
    @Message(id = 3018, value = "The call engine has stopped")
    void engineStopped();

    @LogMessage(level = ERROR)
    @Message(id = 3019, value = "A timer's work failed")
    void timerFailed(@Cause Throwable cause);

    @LogMessage(level = WARN)
    @Message(id = 3020, value = "A part of the engine did not stop in order")
    void partNotClosed(@Cause Throwable cause);

    @LogMessage(level = ERROR)
    @Message(id = 3101, value = "Call %s: media could not do %s")
    void mediaFailed(CallSid call, String effect, @Cause Throwable cause);

    @LogMessage(level = WARN)
    @Message(id = 3102, value = "The file of recording %s could not be made private")
    void recordingNotProtected(String recording, @Cause Throwable cause);

    @LogMessage(level = ERROR)
    @Message(id = 3105, value = "Call %s: media did not answer %s within %d ms")
    void mediaSilent(CallSid call, String effect, long millis);

    @LogMessage(level = ERROR)
    @Message(id = 3104, value = "Work on a call's media failed")
    void mediaWorkFailed(@Cause Throwable cause);

    @LogMessage(level = ERROR)
    @Message(id = 3103, value = "The media driver %s did not start: %s")
    void mediaNotStarted(String driver, String reason);

    @LogMessage(level = WARN)
    @Message(id = 3201, value = "Speech provider %s failed")
    void speechProviderFailed(String provider, @Cause Throwable cause);

    @LogMessage(level = WARN)
    @Message(id = 3202, value = "Speech provider %s gave up (%d %s)")
    void speechFailedOver(String provider, int code, String reason);

    @LogMessage(level = WARN)
    @Message(id = 3203, value = "Cached prompt %s is damaged and will be made anew")
    void cacheEntryDamaged(String key);

    @LogMessage(level = WARN)
    @Message(id = 3204, value = "Prompt file %s could not be deleted")
    void cacheEntryStays(String key, @Cause Throwable cause);

    @LogMessage(level = ERROR)
    @Message(id = 3205, value = "The cache of prompts can't be used")
    void speechCacheFailed(@Cause Throwable cause);

    @LogMessage(level = WARN)
    @Message(id = 3206, value = "No speech provider can be used; every Say will fail")
    void noSpeech();

    @LogMessage(level = INFO)
    @Message(id = 3207, value = "Speech providers: %s")
    void speechProviders(String names);

    @LogMessage(level = WARN)
    @Message(id = 3208, value = "Speech provider %s failed %d times in a row and is not asked for %d ms")
    void speechProviderRests(String provider, int failures, long millis);

    @LogMessage(level = INFO)
    @Message(id = 3209, value = "Speech provider %s speaks again")
    void speechProviderBack(String provider);

    @LogMessage(level = WARN)
    @Message(id = 3210, value = "The figures of speech can't be shown")
    void speechFiguresNotShown(@Cause Throwable cause);

    @LogMessage(level = WARN)
    @Message(id = 3301, value = "%s does not keep up: %d requests are under way and %d wait; more are refused")
    void budgetExhausted(String destination, int inFlight, int waiting);

    @LogMessage(level = DEBUG)
    @Message("Call %s: %s ignored, no such call here")
    void unknownCall(CallSid call, String event);

    @LogMessage(level = DEBUG)
    @Message("Call %s: %s dropped, its mailbox is full or closed")
    void eventDropped(CallSid call, String event);
}
