package org.callwright.media.contract;

import java.nio.file.Path;
import org.callwright.media.jsr309.StandInDriver;
import org.callwright.media.spi.MediaDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Mixers through the bridge. What is overridden without being a test is what the API can't give. */
class Jsr309MixerContractTest implements MixerContract {

    @TempDir
    static Path folder;
    private static StandInDriver driver;

    @BeforeAll
    static void compile() {
        driver = new StandInDriver(folder);
    }

    @AfterEach
    void closeEngines() {
        StandInDriver.closeEngines();
    }

    @Override
    public MediaDriver driver() {
        return driver;
    }

    @Override
    public void recorderShouldHaveBothSidesOfABridgedCall(Path unused) {
        // only what the peer sends is recorded
    }
}
