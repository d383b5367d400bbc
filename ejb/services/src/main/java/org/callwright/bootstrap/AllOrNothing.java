package org.callwright.bootstrap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Work in one transaction: an unchecked exception undoes all of it. */
@ApplicationScoped
public class AllOrNothing {

    @Transactional
    public void run(Runnable work) {
        work.run();
    }
}
