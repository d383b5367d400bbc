package org.callwright.media.spi;

/** The resources that work on a joined leg's audio (JSR 309: {@code MediaGroup}). */
public interface MediaGroup extends Joinable {

    Player player();

    Recorder recorder();

    SignalDetector signalDetector();

    MachineDetector machineDetector();

    void release();
}
