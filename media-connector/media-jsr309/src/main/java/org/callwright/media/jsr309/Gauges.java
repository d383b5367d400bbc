package org.callwright.media.jsr309;

import java.util.concurrent.atomic.AtomicInteger;

/** How many of each are going on now. */
final class Gauges {

    final AtomicInteger sessions = new AtomicInteger();
    final AtomicInteger players = new AtomicInteger();
    final AtomicInteger recorders = new AtomicInteger();
}
