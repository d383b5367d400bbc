package org.callwright.phone;

import org.junit.jupiter.api.extension.RegisterExtension;

class TcpCallTest implements CallContract {

    @RegisterExtension
    final TwoPhones phones = TwoPhones.tcp();

    @Override
    public TwoPhones phones() {
        return phones;
    }
}
