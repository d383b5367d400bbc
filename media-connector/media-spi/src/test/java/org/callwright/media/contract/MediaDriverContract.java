package org.callwright.media.contract;

import java.util.Set;
import org.callwright.media.spi.MediaDriver;

/**
 * The whole contract. A driver's test class implements this interface and says which driver it is; every test runs it
 * against real sockets on the loopback address.
 */
public interface MediaDriverContract
        extends PlayContract, RecordContract, BothWaysContract, LossContract, DigitContract, MachineContract,
        MixerContract, SdpContract, CodecContract, TranscodingContract, StatisticsContract, LifecycleContract {

    /** The driver under test. */
    @Override
    MediaDriver driver();

    /** What it leaves out: nothing, unless its test class says so. */
    @Override
    default Set<Extra> leftOut() {
        return Set.of();
    }
}
