package org.callwright.load;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.callwright.load.audio.WavFile;
import org.callwright.load.web.VoiceApplication;

/** The documents that the numbers of a bench server ask for: hang up, play the marked prompt, record, stay silent. */
final class VoiceDocuments {

    /** The stream of the prompt; callers have numbers from 1. */
    static final int PROMPT_STREAM = 0;
    private static final int FRAMES_A_SECOND = 50;

    private VoiceDocuments() {
    }

    /**
     * Starts the web application on {@code --web-port} (0: a free one) with a prompt of {@code --prompt-seconds}, whose
     * Cache-Control is {@code --prompt-cache}.
     */
    static VoiceApplication start(Options options) throws IOException {
        VoiceApplication application = VoiceApplication.start((int) options.number("web-port", 0));
        int frames = (int) options.number("prompt-seconds", 60) * FRAMES_A_SECOND;
        application.serve("/prompt.wav", "audio/wav", options.find("prompt-cache").orElse("max-age=3600"),
                WavFile.marked(PROMPT_STREAM, frames));
        application.serve("/hangup", "<Response><Hangup/></Response>");
        application.serve("/play", "<Response><Play>" + application.url("/prompt.wav") + "</Play></Response>");
        application.serve("/record", "<Response><Record playBeep=\"false\" timeout=\"3600\" maxLength=\"3600\" action=\""
                + application.url("/hangup") + "\"/></Response>");
        application.serve("/hold", "<Response><Pause length=\"3600\"/></Response>");
        return application;
    }

    static void serveForEver(Options options) throws IOException, InterruptedException {
        start(options);
        new CountDownLatch(1).await();
    }
}
