package org.callwright.media.mgcp.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ServiceLoader;
import org.callwright.media.spi.MediaDriver;
import org.callwright.media.spi.MediaException;

/**
 * The program behind {@code bin/callwright media-gateway}: the embedded engine as a media server of its own. Exit code
 * 1: a socket could not be bound, 2: a setting makes no sense. When it is told to end (SIGTERM, Ctrl-C) it takes no new
 * calls and lets those that are there go on for CALLWRIGHT_DRAIN_SECONDS.
 */
public final class MediaGatewayMain {

    private MediaGatewayMain() {
    }

    /** Runs until the process is told to end. */
    public static void main(String[] arguments) throws InterruptedException {
        GatewaySettings settings;
        try {
            settings = GatewaySettings.of(System.getenv());
        } catch (IllegalArgumentException e) {
            end(2, e.getMessage());
            return;
        }
        try {
            Files.createDirectories(settings.config().recordings());
            MgcpGateway gateway = MgcpGateway.start(settings.config(), embedded());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                gateway.drain(settings.drain());
                gateway.close();
            }, "media-gateway-end"));
            System.out.println("Media gateway is ready: MGCP on " + gateway.address().getHostString() + ':'
                    + gateway.address().getPort() + ", RTP ports " + settings.config().media().rtpPortMin() + '-'
                    + settings.config().media().rtpPortMax() + ", recordings below " + settings.config().recordings());
            Thread.currentThread().join();
        } catch (MediaException e) {
            end(1, e.getMessage());
        } catch (IOException e) {
            end(1, "CALLWRIGHT_MGCP_RECORDINGS: the folder can't be made: " + e);
        }
    }

    private static MediaDriver embedded() {
        return ServiceLoader.load(MediaDriver.class).stream().map(ServiceLoader.Provider::get)
                .filter(driver -> driver.name().equals("embedded")).findFirst()
                .orElseThrow(() -> new IllegalStateException("the embedded media driver is not on the class path"));
    }

    private static void end(int code, String reason) {
        System.err.println("callwright: " + reason);
        System.exit(code);
    }
}
