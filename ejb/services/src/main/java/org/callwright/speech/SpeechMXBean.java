package org.callwright.speech;

import java.util.List;

/** Figures of speech since the start, for management clients. */
public interface SpeechMXBean {

    /** The bean's name in the platform's MBean server. */
    String NAME = "org.callwright:type=Speech";

    /** Texts that the cache had. */
    long getCacheHits();

    /** Texts that had to be spoken. */
    long getCacheMisses();

    /** Texts that were just being spoken for somebody else, and waited for. */
    long getCacheShared();

    /** Texts that made room for others. */
    long getCacheEvictions();

    long getCacheEntries();

    long getCacheBytes();

    /** Size that the cache may grow to. */
    long getCacheMaxBytes();

    List<ProviderFigures> getProviders();
}
