package org.callwright.restcomm.resource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.callwright.settings.Settings;

/** Absolute URLs by the advertised address: they must hold wherever the client came in. */
@ApplicationScoped
public class PublicUrls {

    private final Settings settings;

    /** For the container's proxy. */
    protected PublicUrls() {
        this(null);
    }

    @Inject
    public PublicUrls(Settings settings) {
        this.settings = settings;
    }

    /** @param path below the context {@code /restcomm}, with a leading slash */
    String url(String path) {
        return settings.publicBaseUrl() + "/restcomm" + path;
    }
}
