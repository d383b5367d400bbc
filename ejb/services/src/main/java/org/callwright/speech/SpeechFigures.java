package org.callwright.speech;

import static org.callwright.engine.log.EngineLog.LOG;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Counts and shows the figures; they are in the platform's MBean server from {@link #show} to {@link #close}. */
final class SpeechFigures implements SpeechMXBean, AutoCloseable {

    final LongAdder hits = new LongAdder();
    final LongAdder misses = new LongAdder();
    final LongAdder shared = new LongAdder();
    private final FileCache cache;
    private final ProviderChain chain;

    SpeechFigures(FileCache cache, ProviderChain chain) {
        this.cache = cache;
        this.chain = chain;
    }

    /** In the place of those of an application that was not closed in order. */
    void show() {
        try {
            remove();
            ManagementFactory.getPlatformMBeanServer().registerMBean(this, new ObjectName(NAME));
        } catch (JMException e) {
            LOG.speechFiguresNotShown(e);
        }
    }

    private static void remove() throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        try {
            server.unregisterMBean(new ObjectName(NAME));
        } catch (InstanceNotFoundException e) {
            LOG.debug("there are no figures of speech yet");
        }
    }

    @Override
    public void close() {
        try {
            remove();
        } catch (JMException e) {
            LOG.speechFiguresNotShown(e);
        }
    }

    @Override
    public long getCacheHits() {
        return hits.sum();
    }

    @Override
    public long getCacheMisses() {
        return misses.sum();
    }

    @Override
    public long getCacheShared() {
        return shared.sum();
    }

    @Override
    public long getCacheEvictions() {
        return cache.evictions();
    }

    @Override
    public long getCacheEntries() {
        return cache.size();
    }

    @Override
    public long getCacheBytes() {
        return cache.bytes();
    }

    @Override
    public long getCacheMaxBytes() {
        return cache.maxBytes();
    }

    @Override
    public List<ProviderFigures> getProviders() {
        return chain.figures();
    }
}
