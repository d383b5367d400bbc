package org.callwright.media.contract;

import java.nio.file.Path;
import java.util.Set;
import org.callwright.media.jsr309.StandInDriver;
import org.callwright.media.spi.MediaDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/**
 * The contract through the bridge, with the embedded engine behind the stand-in. What is overridden without being a
 * test is what the API can't give: exact lengths of what was played, what the engine counts, whether a recording that
 * ran to its end has sound, and a failure for SDP that is malformed.
 */
class Jsr309ContractTest implements PlayContract, RecordContract, DigitContract, SdpContract, MixerContract,
        LifecycleContract {

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
    public Set<Extra> leftOut() {
        return Set.of(Extra.MACHINE_DETECTION);
    }

    @Override
    public void startShouldFailWithTheAddressWhenNothingCanBeBound() {
        // addresses and ports are the media server's own
    }

    @Override
    public void portsInUseByOthersShouldBePassedOverAndExhaustionTold() {
        // so it is with these
    }

    @Override
    public void freedPortShouldNotBeTheNextOneGiven() {
        // and these
    }

    @Override
    public void releaseShouldStopEverythingAndFreeThePorts(Path unused) {
        // ports are not counted; the bridge's own tests have the rest
    }

    @Override
    public void recorderShouldHaveBothSidesOfABridgedCall(Path unused) {
        // only what the peer sends is recorded
    }

    @Override
    public void playShouldBeHeardBitExactAndExactlyPaced(Path unused) {
        // the length is told by the clock
    }

    @Override
    public void requestsShouldWaitForTheirTurn(Path unused) {
        // they do, with as much of a gap as an event takes; the bridge's own tests have it
    }

    @Override
    public void longFileShouldPlayToItsEnd(Path unused) {
        // shows how the engine reads files, which the bridge has no part in
    }

    @Override
    public void segmentsShouldFollowWithoutGapAndRepeat(Path unused) {
        // the length is told by the clock
    }

    @Override
    public void maxDurationShouldHoldForASilentSenderToo(Path unused) {
        // nobody says that nothing was heard
    }

    @Override
    public void stormOfKeysShouldBeBounded() {
        // packets are counted by the media server alone
    }

    @Override
    public void offersWithoutAUsableStreamShouldNotBeAcceptable() {
        // two of the offers are malformed for the engine, which the API has no failure for
    }

    @Override
    public void textsThatAreNoDescriptionShouldBeMalformed() {
        // the API has no failure for it
    }

    @Override
    public void answersThatFitNoOfferShouldBeRefused() {
        // one of them is malformed, which the API has no failure for
    }
}
