package org.callwright.media.mgcp.transaction;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import org.callwright.media.mgcp.message.MgcpCommand;
import org.callwright.media.mgcp.message.MgcpReader;
import org.callwright.media.mgcp.message.MgcpResponse;
import org.callwright.media.mgcp.message.Received;

/**
 * A UDP socket that sends and executes commands. One thread reads and takes datagrams apart, the loop does the rest;
 * when the loop does not keep up, datagrams are dropped, and their senders repeat them.
 */
public final class MgcpPeer implements AutoCloseable {

    private static final System.Logger LOGGER = System.getLogger("org.callwright.media.mgcp");
    private static final int MAX_WAITING = 2048;
    private static final int KERNEL_BUFFER = 1 << 20;

    private final DatagramChannel channel;
    private final InetSocketAddress local;
    private final TransactionSettings settings;
    private final TransactionCounters counters = new TransactionCounters();
    private final Semaphore room = new Semaphore(MAX_WAITING);
    private final LoopThread loop;
    private final Transactions transactions;
    private final Thread reader;

    private MgcpPeer(DatagramChannel channel, TransactionSettings settings, CommandHandler handler)
            throws IOException {
        this.channel = channel;
        this.settings = settings;
        local = (InetSocketAddress) channel.getLocalAddress();
        loop = new LoopThread("mgcp-" + local.getPort(), MgcpPeer::failed);
        transactions = new Transactions(loop, settings, this::transmit, handler, counters,
                new SecureRandom().nextInt(999_999_999));
        reader = new Thread(this::read, "mgcp-read-" + local.getPort());
        reader.setDaemon(true);
    }

    /**
     * Binds the socket and begins to read.
     *
     * @throws IOException when the address can't be bound; the message names it
     */
    public static MgcpPeer bind(InetSocketAddress address, TransactionSettings settings, CommandHandler handler)
            throws IOException {
        DatagramChannel channel = DatagramChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, KERNEL_BUFFER);
            channel.bind(address);
            MgcpPeer peer = new MgcpPeer(channel, settings, handler);
            peer.reader.start();
            return peer;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw new IOException("MGCP: UDP " + address.getHostString() + ':' + address.getPort()
                    + " can't be bound: " + e.getMessage(), e);
        }
    }

    public InetSocketAddress localAddress() {
        return local;
    }

    /** The thread that handlers are called and stages completed on. */
    public Loop loop() {
        return loop;
    }

    public TransactionCounters counters() {
        return counters;
    }

    /** {@link #send(MgcpCommand, InetSocketAddress, Duration)} with the settings' time limit. */
    public CompletionStage<MgcpResponse> send(MgcpCommand command, InetSocketAddress to) {
        return send(command, to, settings.timeout());
    }

    /**
     * Sends a command, which gets its transaction id here, until its final response comes. The stage completes on the
     * loop; it fails with an {@link MgcpTimeoutException} when no response came within the limit or the socket was
     * closed, and with another {@link IOException} when the command is too long to be sent.
     */
    public CompletionStage<MgcpResponse> send(MgcpCommand command, InetSocketAddress to, Duration timeout) {
        return send(List.of(command), to, timeout).get(0);
    }

    /** Sends commands piggy-backed in one datagram (RFC 3435, 3.5.5), each a transaction of its own. */
    public List<CompletionStage<MgcpResponse>> sendTogether(List<MgcpCommand> commands, InetSocketAddress to) {
        return send(commands, to, settings.timeout());
    }

    private List<CompletionStage<MgcpResponse>> send(List<MgcpCommand> commands, InetSocketAddress to,
            Duration timeout) {
        List<ClientTransactions.Sending> sendings = new ArrayList<>();
        List<CompletionStage<MgcpResponse>> results = new ArrayList<>();
        for (MgcpCommand command : commands) {
            CompletableFuture<MgcpResponse> result = new CompletableFuture<>();
            sendings.add(new ClientTransactions.Sending(command, result));
            results.add(result.minimalCompletionStage());
        }
        loop.execute(() -> transactions.client.send(sendings, to, timeout));
        if (loop.isClosed()) {
            sendings.forEach(each -> each.result().completeExceptionally(
                    new MgcpTimeoutException("the socket is closed")));
        }
        return results;
    }

    private void read() {
        ByteBuffer buffer = ByteBuffer.allocate(MgcpReader.MAX_BYTES + 1);
        while (channel.isOpen()) {
            try {
                buffer.clear();
                SocketAddress from = channel.receive(buffer);
                if (from instanceof InetSocketAddress source) {
                    take(MgcpReader.read(buffer.array(), buffer.position()), source);
                }
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                LOGGER.log(System.Logger.Level.DEBUG, "a datagram could not be received", e);
            }
        }
    }

    private void take(List<Received> messages, InetSocketAddress from) {
        if (!room.tryAcquire()) {
            counters.refused.increment();
            return;
        }
        loop.execute(() -> {
            room.release();
            for (Received message : messages) {
                try {
                    transactions.receive(message, from);
                } catch (RuntimeException e) {
                    failed(e);
                }
            }
        });
    }

    private void transmit(byte[] datagram, InetSocketAddress to) {
        try {
            channel.send(ByteBuffer.wrap(datagram), to);
        } catch (IOException | RuntimeException e) {
            LOGGER.log(System.Logger.Level.DEBUG, "a datagram could not be sent", e);
        }
    }

    private static void failed(Throwable cause) {
        LOGGER.log(System.Logger.Level.ERROR, "CWMED1519: MGCP processing failed", cause);
    }

    /** Closes the socket; commands that wait for a response fail. */
    @Override
    public void close() {
        loop.execute(transactions::close);
        loop.close();
        try {
            channel.close();
        } catch (IOException e) {
            LOGGER.log(System.Logger.Level.DEBUG, "the socket could not be closed", e);
        }
    }
}
