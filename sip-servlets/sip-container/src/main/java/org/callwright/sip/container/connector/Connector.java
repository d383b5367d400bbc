package org.callwright.sip.container.connector;

import gov.nist.javax.sip.ListeningPointExt;
import java.io.IOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.util.TooManyListenersException;
import javax.sip.SipException;
import javax.sip.SipProvider;
import javax.sip.SipStack;
import org.callwright.sip.container.SipContainerException;
import org.callwright.sip.container.SipLog;
import org.mobicents.servlet.sip.SipConnector;
import org.mobicents.servlet.sip.core.ExtendedListeningPoint;
import org.mobicents.servlet.sip.core.SipApplicationDispatcher;

/**
 * A bound socket. It is bound when the object is made, delivers messages from {@link #open} on, and is gone after
 * {@link #close}. Binding and opening are separate so that all sockets are known to be free before the first call.
 */
public final class Connector {
    private final SipStack stack;
    private final ConnectorConfig config;
    private final ListeningPointExt listeningPoint;
    private final SipProvider provider;
    private final SipConnector description;

    private Connector(SipStack stack, ConnectorConfig config, ListeningPointExt listeningPoint, SipProvider provider) {
        this.stack = stack;
        this.config = config;
        this.listeningPoint = listeningPoint;
        this.provider = provider;
        this.description = describe(config);
    }

    /**
     * Makes sure that the socket is free. The stack cannot be stopped cleanly after a listening point of it failed to
     * bind, so all sockets are tried before the first is bound for good.
     *
     * @throws SipContainerException naming connector, transport, address and port
     */
    public static void check(ConnectorConfig config) {
        try {
            if (config.transport() == Transport.UDP) {
                new DatagramSocket(config.bind()).close();
            } else {
                try (ServerSocket socket = new ServerSocket()) {
                    socket.setReuseAddress(true);
                    socket.bind(config.bind());
                }
            }
        } catch (IOException e) {
            throw cannotBind(config, e);
        }
    }

    /**
     * Binds the socket.
     *
     * @throws SipContainerException naming connector, transport, address and port
     */
    public static Connector bind(SipStack stack, ConnectorConfig config) {
        String host = config.bind().getAddress().getHostAddress();
        ListeningPointExt point = null;
        try {
            point = (ListeningPointExt) stack.createListeningPoint(host, config.bind().getPort(),
                    config.transport().token());
            return new Connector(stack, config, point, stack.createSipProvider(point));
        } catch (Exception e) {
            release(stack, point);
            throw cannotBind(config, e);
        }
    }

    /** Lets messages through to the dispatcher. */
    public void open(SipApplicationDispatcher dispatcher) throws TooManyListenersException {
        ExtendedListeningPoint point = new ExtendedListeningPoint(provider, listeningPoint, description);
        config.advertisedHost().ifPresent(host -> {
            point.setGlobalIpAddress(host);
            point.setGlobalPort(advertisedPort());
            point.setUseStaticAddress(true);
            dispatcher.addHostName(host + ":" + advertisedPort());
        });
        dispatcher.getSipNetworkInterfaceManager().addExtendedListeningPoint(point);
        provider.addSipListener(dispatcher);
        SipLog.ROOT.connectorBound(config.name(), config.transport().name(), address(),
                config.advertisedHost().orElse(listeningPoint.getIPAddress()) + ":" + advertisedPort());
    }

    /** Frees the socket; messages that arrive meanwhile are lost. */
    public void close(SipApplicationDispatcher dispatcher) {
        provider.removeSipListener(dispatcher);
        try {
            stack.deleteSipProvider(provider);
        } catch (SipException | RuntimeException e) {
            // the stack stumbles over a socket whose reader has not run yet
            SipLog.ROOT.releaseFailed(config.name(), e);
        }
        release(stack, listeningPoint);
    }

    public SipConnector description() {
        return description;
    }

    public ConnectorConfig config() {
        return config;
    }

    private int advertisedPort() {
        return config.advertisedPort().orElse(config.bind().getPort());
    }

    private String address() {
        return listeningPoint.getIPAddress() + ":" + listeningPoint.getPort();
    }

    private static SipConnector describe(ConnectorConfig config) {
        SipConnector connector = new SipConnector();
        connector.setTransport(config.transport().token());
        connector.setIpAddress(config.bind().getAddress().getHostAddress());
        connector.setPort(config.bind().getPort());
        config.advertisedHost().ifPresent(host -> {
            connector.setUseStaticAddress(true);
            connector.setStaticServerAddress(host);
            connector.setStaticServerPort(config.advertisedPort().orElse(config.bind().getPort()));
        });
        return connector;
    }

    private static void release(SipStack stack, ListeningPointExt point) {
        if (point != null) {
            try {
                stack.deleteListeningPoint(point);
            } catch (SipException | RuntimeException e) {
                SipLog.ROOT.releaseFailed(point.getTransport(), e);
            }
        }
    }

    private static SipContainerException cannotBind(ConnectorConfig config, Exception cause) {
        return SipLog.ROOT.cannotBind(config.name(), config.transport().name(),
                config.bind().getAddress().getHostAddress(), config.bind().getPort(), reason(cause), cause);
    }

    private static String reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return cause.getMessage();
            }
        }
        return String.valueOf(failure.getMessage());
    }
}
