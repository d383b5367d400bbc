package org.callwright.phone;

import org.junit.jupiter.api.extension.RegisterExtension;

class UdpCallTest implements CallContract {

    @RegisterExtension
    final TwoPhones phones = TwoPhones.udp();

    @Override
    public TwoPhones phones() {
        return phones;
    }
}
