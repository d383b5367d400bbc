package org.callwright.media.mgcp.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.callwright.media.mgcp.message.EndpointName;
import org.callwright.media.mgcp.message.MgcpCommand;
import org.callwright.media.mgcp.message.MgcpReader;
import org.callwright.media.mgcp.message.MgcpResponse;
import org.callwright.media.mgcp.message.Parameters;
import org.callwright.media.mgcp.message.Received;
import org.callwright.media.mgcp.message.ReturnCode;
import org.callwright.media.mgcp.message.Verb;
import org.junit.jupiter.api.Test;

/** The transaction layer by a clock that is stepped and a network that is a list. */
class TransactionsTest {

    private static final InetSocketAddress PEER = new InetSocketAddress("192.0.2.1", 2427);
    private static final InetSocketAddress OTHER = new InetSocketAddress("192.0.2.2", 2427);
    private static final MgcpCommand COMMAND =
            MgcpCommand.of(Verb.RQNT, new EndpointName("callwright/ivr/1", "h"), Parameters.of("X", "1"));

    private final SteppedLoop loop = new SteppedLoop();
    private final List<String> sent = new ArrayList<>();
    private final List<Reply> replies = new ArrayList<>();
    private final TransactionCounters counters = new TransactionCounters();
    private final Transactions transactions = layer(TransactionSettings.defaults());

    private Transactions layer(TransactionSettings settings) {
        return new Transactions(loop, settings, (datagram, to) -> sent.add(new String(datagram)),
                (command, from, reply) -> replies.add(reply), counters, 99);
    }

    private void receive(InetSocketAddress from, String text) {
        for (Received message : MgcpReader.read(text.getBytes(), text.length())) {
            transactions.receive(message, from);
        }
        loop.run();
    }

    private CompletableFuture<MgcpResponse> send() {
        return send(Duration.ofSeconds(20));
    }

    private CompletableFuture<MgcpResponse> send(Duration limit) {
        CompletableFuture<MgcpResponse> result = new CompletableFuture<>();
        transactions.client.send(List.of(new ClientTransactions.Sending(COMMAND, result)), PEER, limit);
        return result;
    }

    @Test
    void commandShouldBeRepeatedWithGrowingPausesUntilItsResponseComes() {
        CompletableFuture<MgcpResponse> result = send();
        assertThat(sent).hasSize(1);
        loop.pass(Duration.ofMillis(199));
        assertThat(sent).hasSize(1);
        loop.pass(Duration.ofMillis(1));
        assertThat(sent).hasSize(2);
        loop.pass(Duration.ofMillis(400));
        assertThat(sent).hasSize(3).containsOnly(sent.get(0));
        receive(PEER, "200 100 OK\r\n");
        assertThat(result).isCompletedWithValueMatching(response -> response.code() == 200);
        assertThat(loop.timers()).isZero();
        assertThat(counters.retransmitted.sum()).isEqualTo(2);
    }

    @Test
    void commandWithoutResponseShouldFailAtItsLimit() {
        CompletableFuture<MgcpResponse> result = send();
        loop.pass(Duration.ofMillis(19_999));
        assertThat(result).isNotDone();
        loop.pass(Duration.ofMillis(1));
        assertThat(result).isCompletedExceptionally();
        assertThat(result.handle((response, failure) -> failure).join()).isInstanceOf(MgcpTimeoutException.class)
                .hasMessageContaining("192.0.2.1:2427");
        assertThat(counters.timedOut.sum()).isEqualTo(1);
        assertThat(loop.timers()).isZero();
        receive(PEER, "200 100 too late\r\n");
        assertThat(counters.unknownResponses.sum()).isEqualTo(1);
    }

    @Test
    void responsesToNothingThatWeAskedShouldBeDroppedAndCounted() {
        CompletableFuture<MgcpResponse> result = send();
        receive(PEER, "200 4711 OK\r\n");
        receive(OTHER, "200 100 OK\r\n");
        assertThat(counters.unknownResponses.sum()).isEqualTo(2);
        assertThat(result).isNotDone();
        receive(new InetSocketAddress("192.0.2.1", 9999), "200 100 OK\r\n");
        assertThat(result).isCompleted();
        assertThat(sent).hasSize(1);
    }

    @Test
    void provisionalResponseShouldSlowRepetitionDownAndTheFinalOneBeAcknowledged() {
        CompletableFuture<MgcpResponse> result = send();
        receive(PEER, "100 100 wait\r\n");
        loop.pass(Duration.ofMillis(4_900));
        assertThat(sent).hasSize(1);
        loop.pass(Duration.ofMillis(100));
        assertThat(sent).hasSize(2);
        assertThat(result).isNotDone();
        receive(PEER, "200 100 OK\r\nK:\r\n");
        assertThat(result).isCompleted();
        assertThat(sent.get(2)).isEqualTo("000 100\r\n");
        receive(PEER, "200 100 OK\r\nK:\r\n");
        assertThat(sent).hasSize(4).last().isEqualTo("000 100\r\n");
        assertThat(counters.repeatedResponses.sum()).isEqualTo(1);
    }

    @Test
    void provisionalResponseShouldGiveTheCommandMoreTimeButNotForEver() {
        CompletableFuture<MgcpResponse> slow = send(Duration.ofSeconds(2));
        CompletableFuture<MgcpResponse> stuck = send(Duration.ofSeconds(2));
        loop.pass(Duration.ofSeconds(1));
        receive(PEER, "100 100 wait\r\n.\r\n100 101 wait\r\n");
        loop.pass(Duration.ofMillis(5_900));
        assertThat(slow).isNotDone();
        receive(PEER, "200 100 OK\r\n.\r\n100 101 wait\r\n");
        assertThat(slow).isCompleted();
        loop.pass(Duration.ofMillis(99));
        assertThat(stuck).isNotDone();
        loop.pass(Duration.ofMillis(1));
        assertThat(stuck).isCompletedExceptionally();
        assertThat(loop.timers()).isZero();
    }

    @Test
    void nextCommandShouldTellWhichResponsesCame() {
        send();
        receive(PEER, "200 100 OK\r\n");
        send();
        assertThat(sent.get(1)).contains("RQNT 101 ").contains("\r\nK: 100\r\n");
        send();
        assertThat(sent.get(2)).doesNotContain("K:");
    }

    @Test
    void repeatedCommandShouldBeExecutedOnceAndAnsweredAlike() {
        String command = "RQNT 5 callwright/ivr/1@h MGCP 1.0\r\nX: 1\r\n";
        receive(PEER, command);
        receive(PEER, command);
        assertThat(sent).containsExactly("100 5\r\n");
        replies.get(0).respond(MgcpResponse.of(200, "done"));
        replies.get(0).respond(MgcpResponse.of(500, "twice"));
        loop.run();
        assertThat(sent).hasSize(2).last().isEqualTo("200 5 done\r\nK:\r\n");
        receive(PEER, command);
        assertThat(sent).hasSize(3).last().isEqualTo("200 5 done\r\nK:\r\n");
        assertThat(replies).hasSize(1);
        receive(OTHER, command);
        assertThat(replies).as("another peer's transaction of the same number").hasSize(2);
        assertThat(counters.executed.sum()).isEqualTo(2);
        assertThat(counters.repeated.sum()).isEqualTo(2);
    }

    @Test
    void executionThatTakesLongShouldBeToldAndItsResponseRepeatedUntilAcknowledged() {
        receive(PEER, "CRCX 6 callwright/ivr/$@h MGCP 1.0\r\n");
        loop.pass(Duration.ofMillis(150));
        assertThat(sent).containsExactly("100 6\r\n");
        replies.get(0).respond(MgcpResponse.of(200));
        loop.pass(Duration.ofMillis(200));
        assertThat(sent).containsExactly("100 6\r\n", "200 6\r\nK:\r\n", "200 6\r\nK:\r\n");
        receive(PEER, "000 6\r\n");
        loop.pass(Duration.ofSeconds(20));
        assertThat(sent).hasSize(3);
        assertThat(loop.timers()).isZero();
    }

    @Test
    void quickResponseShouldNeedNoAcknowledgement() {
        receive(PEER, "CRCX 6 callwright/ivr/$@h MGCP 1.0\r\n");
        replies.get(0).respond(MgcpResponse.of(200));
        loop.pass(Duration.ofSeconds(5));
        assertThat(sent).containsExactly("200 6\r\n");
        assertThat(loop.timers()).isZero();
    }

    @Test
    void confirmedResponsesShouldNotBeSentAgain() {
        String command = "RQNT 5 callwright/ivr/1@h MGCP 1.0\r\n";
        receive(PEER, command);
        replies.get(0).respond(MgcpResponse.of(200));
        loop.run();
        receive(PEER, "RQNT 6 callwright/ivr/1@h MGCP 1.0\r\nK: 3-5, nonsense, 1-999999999\r\n");
        receive(PEER, command);
        assertThat(replies).hasSize(2);
        assertThat(sent).containsExactly("200 5\r\n");
    }

    @Test
    void transactionShouldBeForgottenWhenItsSenderHasGivenUp() {
        String command = "RQNT 5 callwright/ivr/1@h MGCP 1.0\r\n";
        receive(PEER, command);
        replies.get(0).respond(MgcpResponse.of(200));
        loop.pass(Duration.ofMillis(29_999));
        receive(PEER, command);
        assertThat(replies).hasSize(1);
        loop.pass(Duration.ofMillis(1));
        receive(PEER, command);
        assertThat(replies).hasSize(2);
    }

    @Test
    void tooManyTransactionsShouldBeRefusedAndOldOnesKept() {
        TransactionSettings defaults = TransactionSettings.defaults();
        Transactions small = layer(new TransactionSettings(defaults.lineEnding(), defaults.firstRetransmission(),
                defaults.maxRetransmission(), defaults.longTransaction(), defaults.timeout(), defaults.history(),
                defaults.provisionalAfter(), 2, true));
        for (int id = 1; id <= 3; id++) {
            small.receive(new MgcpCommand(Verb.AUEP, id, COMMAND.endpoint(), Parameters.NONE, List.of()), PEER);
        }
        assertThat(replies).hasSize(2);
        assertThat(sent).containsExactly("403 3 too many transactions\r\n");
        assertThat(counters.refused.sum()).isEqualTo(1);
    }

    @Test
    void malformedCommandShouldBeAnsweredAndMalformedResponseNot() {
        receive(PEER, "XXXX 8 a@h MGCP 1.0\r\n.\r\n2000 8\r\n");
        assertThat(sent).containsExactly("504 8 unknown command\r\n");
        assertThat(counters.malformed.sum()).isEqualTo(2);
    }

    @Test
    void commandsSentTogetherShouldBeRepeatedByThemselves() {
        CompletableFuture<MgcpResponse> first = new CompletableFuture<>();
        CompletableFuture<MgcpResponse> second = new CompletableFuture<>();
        transactions.client.send(List.of(new ClientTransactions.Sending(COMMAND, first),
                new ClientTransactions.Sending(COMMAND, second)), PEER, Duration.ofSeconds(20));
        assertThat(sent).hasSize(1);
        assertThat(sent.get(0)).contains("RQNT 100 ").contains("\r\n.\r\nRQNT 101 ");
        receive(PEER, "200 100 OK\r\n");
        loop.pass(Duration.ofMillis(200));
        assertThat(sent).hasSize(2).last().asString().startsWith("RQNT 101 ");
        receive(PEER, "200 101 OK\r\n");
        assertThat(first).isCompleted();
        assertThat(second).isCompleted();
    }

    @Test
    void closingShouldFailWhatWaits() {
        CompletableFuture<MgcpResponse> waiting = send();
        transactions.close();
        CompletableFuture<MgcpResponse> late = send();
        assertThat(waiting).isCompletedExceptionally();
        assertThat(late).isCompletedExceptionally();
        assertThat(loop.timers()).isZero();
    }

    /** Two layers and a network that loses, doubles and delays a fifth of everything. */
    @Test
    void everyCommandShouldBeExecutedExactlyOnceOverABadNetwork() {
        Random random = new Random(3435);
        List<String> executed = new ArrayList<>();
        TransactionCounters ours = new TransactionCounters();
        Transactions[] sides = new Transactions[2];
        for (int side = 0; side < 2; side++) {
            int other = 1 - side;
            InetSocketAddress from = side == 0 ? PEER : OTHER;
            Outgoing network = (datagram, to) -> {
                for (int copies = random.nextInt(5) == 0 ? 2 : 1; copies > 0; copies--) {
                    if (random.nextInt(5) != 0) {
                        loop.schedule(Duration.ofMillis(random.nextInt(5) == 0 ? 700 : 3), () ->
                                MgcpReader.read(datagram, datagram.length)
                                        .forEach(message -> sides[other].receive(message, from)));
                    }
                }
            };
            sides[side] = new Transactions(loop, TransactionSettings.defaults(), network, (command, source, reply) -> {
                executed.add(command.parameters().get("X", ""));
                loop.schedule(Duration.ofMillis(random.nextInt(400)), () -> reply.respond(
                        MgcpResponse.of(ReturnCode.OK).with("X", command.parameters().get("X", ""))));
            }, ours, 500);
        }
        List<CompletableFuture<MgcpResponse>> results = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            CompletableFuture<MgcpResponse> result = new CompletableFuture<>();
            results.add(result);
            sides[0].client.send(List.of(new ClientTransactions.Sending(
                    COMMAND.withParameter("X", String.valueOf(i)), result)), OTHER, Duration.ofSeconds(60));
            loop.pass(Duration.ofMillis(20));
        }
        loop.pass(Duration.ofSeconds(25));
        for (int i = 0; i < 500; i++) {
            assertThat(results.get(i)).isCompleted();
            assertThat(results.get(i).join().parameters().get("X")).contains(String.valueOf(i));
        }
        assertThat(executed).hasSize(500).doesNotHaveDuplicates();
        assertThat(ours.repeated.sum()).isPositive();
    }
}
