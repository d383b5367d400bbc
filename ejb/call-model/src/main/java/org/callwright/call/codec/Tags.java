package org.callwright.call.codec;

import java.util.HashMap;
import java.util.Map;
import org.callwright.call.Effect;
import org.callwright.call.program.Announcement;
import org.callwright.call.program.AnnouncementListening;
import org.callwright.call.program.AnnouncementOffering;
import org.callwright.call.program.AnnouncementPlaying;
import org.callwright.call.program.AnnouncementWaiting;
import org.callwright.call.program.Application;
import org.callwright.call.program.DialledBy;
import org.callwright.call.program.MessageAnswering;
import org.callwright.call.program.MessageKeys;
import org.callwright.call.program.MessagePromptWait;
import org.callwright.call.program.MessagePrompting;
import org.callwright.call.program.MessageRepeating;
import org.callwright.call.program.MessageSpeaking;
import org.callwright.call.program.VoiceMessage;
import org.callwright.call.rcml.Verb;
import org.callwright.call.state.Operation;
import org.callwright.call.state.Program;
import org.callwright.call.value.Prompt;
import org.callwright.call.verb.DialRun;
import org.callwright.call.verb.GatherCollecting;
import org.callwright.call.verb.GatherPrompting;
import org.callwright.call.verb.PauseRun;
import org.callwright.call.verb.PlayRun;
import org.callwright.call.verb.RecordRun;
import org.callwright.call.verb.SayRun;

/** The numbers that stand for the members of sealed families. Numbers are never given anew. */
final class Tags {

    private static final Map<Integer, Class<?>> CLASSES = Map.ofEntries(
            Map.entry(1, Verb.Say.class),
            Map.entry(2, Verb.Play.class),
            Map.entry(3, Verb.Pause.class),
            Map.entry(4, Verb.Gather.class),
            Map.entry(5, Verb.Record.class),
            Map.entry(6, Verb.Redirect.class),
            Map.entry(7, Verb.Hangup.class),
            Map.entry(8, Verb.Reject.class),
            Map.entry(9, Verb.Dial.class),
            Map.entry(40, SayRun.class),
            Map.entry(41, PlayRun.class),
            Map.entry(42, PauseRun.class),
            Map.entry(43, GatherPrompting.class),
            Map.entry(44, GatherCollecting.class),
            Map.entry(45, RecordRun.class),
            Map.entry(46, DialRun.class),
            Map.entry(80, Operation.Speech.class),
            Map.entry(81, Operation.Audio.class),
            Map.entry(82, Operation.Recording.class),
            Map.entry(83, Operation.Detection.class),
            Map.entry(90, Program.Idle.class),
            Map.entry(91, Program.Resolving.class),
            Map.entry(92, Program.Calling.class),
            Map.entry(93, Program.Fetching.class),
            Map.entry(94, Program.Answering.class),
            Map.entry(95, Program.Running.class),
            Map.entry(96, Program.Closing.class),
            Map.entry(97, Program.Farewell.class),
            Map.entry(98, Program.Ended.class),
            Map.entry(99, Program.Interrupting.class),
            Map.entry(100, Program.Flowing.class),
            Map.entry(101, Program.Detecting.class),
            Map.entry(102, Program.Dialled.class),
            Map.entry(120, Application.class),
            Map.entry(121, VoiceMessage.class),
            Map.entry(122, Announcement.class),
            Map.entry(123, DialledBy.class),
            Map.entry(130, Prompt.Speech.class),
            Map.entry(131, Prompt.Audio.class),
            Map.entry(132, Prompt.Stored.class),
            Map.entry(133, Prompt.Ringback.class),
            Map.entry(140, MessagePrompting.class),
            Map.entry(141, MessagePromptWait.class),
            Map.entry(142, MessageRepeating.class),
            Map.entry(143, MessageSpeaking.class),
            Map.entry(144, MessageKeys.class),
            Map.entry(145, MessageAnswering.class),
            Map.entry(146, AnnouncementListening.class),
            Map.entry(147, AnnouncementPlaying.class),
            Map.entry(148, AnnouncementOffering.class),
            Map.entry(149, AnnouncementWaiting.class),
            Map.entry(200, Effect.SaveCall.class),
            Map.entry(201, Effect.SaveSay.class),
            Map.entry(202, Effect.SaveRecording.class),
            Map.entry(203, Effect.DropRecording.class),
            Map.entry(204, Effect.SaveNotification.class),
            Map.entry(205, Effect.QueueCallback.class),
            Map.entry(206, Effect.HoldCallback.class),
            Map.entry(207, Effect.SaveMessage.class));

    private static final Map<Class<?>, Integer> NUMBERS = new HashMap<>();

    static {
        CLASSES.forEach((number, type) -> NUMBERS.put(type, number));
    }

    private Tags() {
    }

    static int of(Class<?> type) {
        Integer number = NUMBERS.get(type);
        if (number == null) {
            throw new SessionCodecException("no tag for " + type.getName());
        }
        return number;
    }

    /** The class of a tag, if it belongs to this family. */
    static Class<?> classOf(int number, Class<?> family) {
        Class<?> type = CLASSES.get(number);
        if (type == null || !family.isAssignableFrom(type)) {
            throw new SessionCodecException("unknown tag " + number + " for " + family.getSimpleName());
        }
        return type;
    }
}
