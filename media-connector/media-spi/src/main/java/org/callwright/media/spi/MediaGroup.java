package org.callwright.media.spi;

/** The resources that work on a joined leg's audio (JSR 309: {@code MediaGroup}). */
public interface MediaGroup extends Joinable {

    Player player();

    Recorder recorder();

    /**
     * A second recorder, which neither knows nor disturbs the first: both may run at once, each into its own file. It
     * begins with what is heard from its start on.
     */
    Recorder liveRecorder();

    SignalDetector signalDetector();

    MachineDetector machineDetector();

    void release();
}
