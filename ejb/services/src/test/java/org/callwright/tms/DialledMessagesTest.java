package org.callwright.tms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callwright.tms.TmsWorld.ACME;
import static org.callwright.tms.TmsWorld.OTHER;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.callwright.call.program.Announcement;
import org.callwright.call.value.AnsweredBy;
import org.callwright.call.value.CallSid;
import org.callwright.call.value.CallStatus;
import org.callwright.call.value.OutboundCall;
import org.callwright.call.value.Prompt;
import org.callwright.engine.CallEngine;
import org.callwright.settings.Settings;
import org.callwright.speech.PromptException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a built list to the end of a message, round by round. */
class DialledMessagesTest {

    private static final String ONE = "+16515551001";
    private static final String TWO = "+16515551002";
    private static final URI AUDIO = URI.create("http://app.example/hello.wav");

    @TempDir
    Path folder;
    private TmsWorld world;

    @BeforeEach
    void open() {
        world = new TmsWorld(folder);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void with(String... environment) {
        world.close();
        world = new TmsWorld(folder, environment);
    }

    private void assertStands(TmsMessage message, String number, RecipientStatus status, Detail detail) {
        Recipient recipient = world.recipient(message, number);
        assertThat(recipient.status()).isEqualTo(status);
        assertThat(recipient.detail()).contains(detail);
        assertThat(recipient.completed().isPresent()).isEqualTo(status.last());
    }

    // ---- calls

    @Test
    void recipientShouldBeCalledByTheTrunkWithTheAccountsNumber() {
        TmsMessage message = world.message(ACME, 0, "(651) 555-1001");
        world.round();

        OutboundCall call = world.engine.placed.get(0);
        assertThat(call.account()).isEqualTo(ACME.sid());
        assertThat(call.from()).isEqualTo("+16515550000");
        assertThat(call.to()).isEqualTo(ONE);
        assertThat(call.targetUri()).isEqualTo("sip:+16515551001@trunk.example:5060");
        assertThat(call.ringTimeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(call.program()).isEqualTo(Announcement.of(new Prompt.Speech("Hello", "en-us", "woman")));
        Recipient recipient = world.recipient(message, ONE);
        assertThat(recipient.status()).isEqualTo(RecipientStatus.SENDING);
        assertThat(recipient.attempts()).isEqualTo(1);
        assertThat(recipient.sentAt()).contains(world.now);
        assertThat(world.now(message).status()).isEqualTo(MessageStatus.SENDING);
        world.round();
        assertThat(world.engine.placed).hasSize(1);
    }

    @Test
    void accountWithoutANumberShouldCallAnonymously() {
        world.message(OTHER, 0, ONE);
        world.round();
        assertThat(world.engine.placed.get(0).from()).isEqualTo("anonymous");
    }

    @Test
    void nobodyShouldBeCalledWithoutATrunkNorWhileCallsCanNotBeTaken() {
        with("CALLWRIGHT_TRUNK", " ");
        TmsMessage message = world.message(ACME, 0, ONE);
        world.round();
        assertThat(world.recipient(message, ONE).status()).isEqualTo(RecipientStatus.NEW);
        with();
        world.message(ACME, 0, ONE);
        world.engine.notReady = Optional.of("no SIP application is attached");
        world.round();
        assertThat(world.engine.placed).isEmpty();
    }

    @Test
    void refusedCallShouldBeMadeLaterAndNotCount() {
        TmsMessage message = world.message(ACME, 0, ONE, TWO);
        world.engine.full = true;
        world.round();
        assertThat(world.recipient(message, ONE).attempts()).isZero();
        world.engine.full = false;
        world.round();
        assertThat(world.recipient(message, ONE).attempts()).isEqualTo(1);
        assertThat(world.recipient(message, TWO).attempts()).isEqualTo(1);
        assertThat(world.engine.placed).hasSize(2);
    }

    @Test
    void recipientThatAnotherServerHasClaimedShouldNotBeCalled() {
        world.message(ACME, 0, ONE);
        DialStore store = world.stores.tmsCalls(Settings.fromEnvironment(Map.of()));
        List<DialStore.Due> due = store.due(ACME.sid(), world.now, 10);
        assertThat(store.claim(due, world.engine::newCallSid, world.now)).hasSize(1);
        assertThat(store.claim(due, world.engine::newCallSid, world.now)).isEmpty();
        assertThat(store.due(ACME.sid(), world.now, 10)).isEmpty();
    }

    // ---- room

    @Test
    void accountsShouldHaveTheirTurnsHoweverLongTheirLists() {
        with("CALLWRIGHT_TMS_CONCURRENT", "6");
        world.message(ACME, 0, numbers(50));
        world.message(OTHER, 0, numbers(50));
        world.round();
        assertThat(world.engine.placed).hasSize(6);
        assertThat(world.engine.placed.stream().filter(call -> call.account().equals(ACME.sid()))).hasSize(3);
    }

    @Test
    void accountShouldHaveNoMoreCallsAtOnceThanItMay() {
        with("CALLWRIGHT_TMS_ACCOUNT_CONCURRENT", "2");
        world.message(ACME, 0, numbers(5));
        world.round();
        world.round();
        assertThat(world.engine.placed).hasSize(2);
        world.answered("+16515552000", AnsweredBy.HUMAN);
        world.round();
        assertThat(world.engine.placed).hasSize(3);
    }

    private static String[] numbers(int count) {
        return IntStream.range(0, count).mapToObj(i -> "+1651555" + (2_000 + i)).toArray(String[]::new);
    }

    // ---- outcomes

    @Test
    void answeredCallShouldBeSentToAPersonOrAMachine() {
        TmsMessage message = world.message(ACME, 3, ONE, TWO);
        world.round();
        world.answered(ONE, AnsweredBy.UNKNOWN);
        world.answered(TWO, AnsweredBy.MACHINE_END_BEEP);
        world.round();

        assertStands(message, ONE, RecipientStatus.SENT, Detail.HUMAN);
        assertStands(message, TWO, RecipientStatus.SENT, Detail.MACHINE);
        assertThat(world.now(message).status()).isEqualTo(MessageStatus.COMPLETED);
        assertThat(world.now(message).completed()).contains(world.now);
        Counts counts = world.messages.counts(message);
        assertThat(counts.of(RecipientStatus.SENT)).isEqualTo(2);
        assertThat(counts.of(Detail.HUMAN)).isEqualTo(1);
        assertThat(counts.of(Detail.MACHINE)).isEqualTo(1);
        assertThat(world.messages.recipients(message, RecipientList.MACHINE, TmsWorld.PAGE).items())
                .extracting(Recipient::phone).containsExactly(TWO);
    }

    @Test
    void callThatWasNotAnsweredShouldFailWithItsDetail() {
        TmsMessage message = world.message(ACME, 0, ONE, TWO, "+16515551003", "+16515551004", "+16515551005");
        world.round();
        world.refused(ONE, CallStatus.BUSY, 486);
        world.refused(TWO, CallStatus.BUSY, 600);
        world.refused("+16515551003", CallStatus.FAILED, 480);
        world.refused("+16515551004", CallStatus.FAILED, 503);
        world.ended(world.callTo("+16515551005"), CallStatus.NO_ANSWER, Optional.empty(), Optional.empty(), "");
        world.round();

        assertStands(message, ONE, RecipientStatus.FAILED, Detail.BUSY);
        assertStands(message, TWO, RecipientStatus.FAILED, Detail.BUSY);
        assertStands(message, "+16515551003", RecipientStatus.FAILED, Detail.NO_ANSWER);
        assertStands(message, "+16515551004", RecipientStatus.FAILED, Detail.COULD_NOT_CONNECT);
        assertThat(world.recipient(message, "+16515551004").error()).contains("the call was refused with SIP status 503");
        assertStands(message, "+16515551005", RecipientStatus.FAILED, Detail.NO_ANSWER);
        assertThat(world.messages.counts(message).of(Detail.BUSY)).isEqualTo(2);
        assertThat(world.messages.recipients(message, RecipientList.NO_ANSWER, TmsWorld.PAGE).total()).isEqualTo(2);
    }

    @Test
    void answeredCallThatSaidNothingShouldFailAndNotBeMadeAgain() {
        TmsMessage message = world.message(ACME, 3, ONE);
        world.round();
        world.unheard(ONE, "the text can't be spoken");
        world.answered(ONE, AnsweredBy.HUMAN);
        world.round();
        assertStands(message, ONE, RecipientStatus.FAILED, Detail.COULD_NOT_CONNECT);
        assertThat(world.recipient(message, ONE).error()).contains("the text can't be spoken");
    }

    @Test
    void failedCallShouldBeMadeAgainAfterThePauseAsOftenAsItMay() {
        TmsMessage message = world.message(ACME, 2, ONE);
        world.round();
        for (int attempt = 1; attempt <= 2; attempt++) {
            world.refused(ONE, CallStatus.BUSY, 486);
            world.round();
            assertStands(message, ONE, RecipientStatus.SENDING, Detail.BUSY);
            assertThat(world.messages.counts(message).of(Detail.BUSY)).isZero();
            world.now = world.now.plusSeconds(54);
            world.round();
            assertThat(world.engine.placed).as("before the pause is over").hasSize(attempt);
            world.round();
            assertThat(world.engine.placed).hasSize(attempt + 1);
        }
        world.refused(ONE, CallStatus.BUSY, 486);
        world.round();
        assertStands(message, ONE, RecipientStatus.FAILED, Detail.BUSY);
        assertThat(world.recipient(message, ONE).attempts()).isEqualTo(3);
        assertThat(world.now(message).status()).isEqualTo(MessageStatus.COMPLETED);
    }

    @Test
    void successOfALaterAttemptShouldBeSent() {
        TmsMessage message = world.message(ACME, 1, ONE);
        world.round();
        world.refused(ONE, CallStatus.BUSY, 486);
        world.round();
        world.now = world.now.plusSeconds(60);
        world.round();
        world.answered(ONE, AnsweredBy.HUMAN);
        world.round();
        assertStands(message, ONE, RecipientStatus.SENT, Detail.HUMAN);
        assertThat(world.recipient(message, ONE).error()).isEmpty();
    }

    // ---- servers that die

    @Test
    void callThatDiedWithItsServerShouldBeMadeAgainUnlessItWasAnswered() {
        TmsMessage message = world.message(ACME, 0, ONE, TWO);
        world.round();
        world.died(world.callTo(ONE), false);
        world.died(world.callTo(TWO), true);
        world.round();

        assertStands(message, TWO, RecipientStatus.SENT, Detail.HUMAN);
        assertThat(world.recipient(message, ONE).attempts()).isEqualTo(1);
        assertThat(world.engine.placed).extracting(OutboundCall::to).containsExactly(ONE, TWO, ONE);
    }

    @Test
    void callThatAServerEndedWhenItStoppedShouldBeMadeAgain() {
        world.message(ACME, 0, ONE);
        world.round();
        world.ended(world.callTo(ONE), CallStatus.CANCELED, Optional.empty(), Optional.empty(), CallEngine.STOPPING);
        world.round();
        assertThat(world.engine.placed).hasSize(2);
    }

    @Test
    void callWithoutARecordShouldBeMadeAgainWhenNobodyRunsIt() {
        TmsMessage message = world.message(ACME, 0, ONE, TWO);
        world.round();
        world.engine.running.remove(world.callTo(ONE));
        world.now = world.now.plusSeconds(114);
        world.round();
        assertThat(world.engine.placed).hasSize(2);
        world.round();
        assertThat(world.engine.placed).extracting(OutboundCall::to).containsExactly(ONE, TWO, ONE);
        assertThat(world.recipient(message, ONE).attempts()).isEqualTo(1);
    }

    @Test
    void answerThatWasNotedShouldCountWhenItsRecordIsLost() {
        TmsMessage message = world.message(ACME, 0, ONE);
        world.round();
        CallSid call = world.callTo(ONE);
        world.answers.answered(call);
        world.died(call, false);
        world.round();
        assertStands(message, ONE, RecipientStatus.SENT, Detail.HUMAN);
        assertThat(world.engine.placed).hasSize(1);
    }

    // ---- limits

    @Test
    void whoHasNoResultInTimeShouldBeInconclusive() {
        TmsMessage message = world.message(ACME, 10, ONE, TWO);
        world.round();
        world.refused(ONE, CallStatus.BUSY, 486);
        world.now = world.now.plus(Duration.ofHours(4));
        world.round();
        assertThat(world.messages.counts(message).of(RecipientStatus.INCONCLUSIVE)).isEqualTo(2);
        assertThat(world.now(message).status()).isEqualTo(MessageStatus.COMPLETED);
    }

    @Test
    void callThatRunsShouldGoOnWhenItsMessageIsCanceledAndNotBeMadeAgain() {
        with("CALLWRIGHT_TMS_CONCURRENT", "1");
        TmsMessage message = world.message(ACME, 5, ONE, TWO);
        world.round();
        assertThat(world.messages.cancel(message).status()).isEqualTo(MessageStatus.SENDING);
        assertThat(world.recipient(message, TWO).status()).isEqualTo(RecipientStatus.CANCELED);
        assertThat(world.recipient(message, ONE).status()).isEqualTo(RecipientStatus.SENDING);
        world.refused(ONE, CallStatus.BUSY, 486);
        world.round();
        assertStands(message, ONE, RecipientStatus.FAILED, Detail.BUSY);
        assertThat(world.now(message).status()).isEqualTo(MessageStatus.COMPLETED);
    }

    // ---- files

    @Test
    void fileShouldBeFetchedOnceForAllRecipientsAndBeRemovedWithTheMessage() throws Exception {
        TmsMessage message = world.message(ACME, new Content.Play(AUDIO), 0, ONE, TWO);
        world.round();
        assertThat(world.engine.placed).isEmpty();
        assertThat(world.recipient(message, ONE).attempts()).isZero();
        Path file = Files.writeString(folder.resolve("audio").resolve("1.wav"), "audio");
        world.fetches.get(AUDIO).complete(file);
        world.round();

        assertThat(world.engine.placed).hasSize(2).allSatisfy(call -> assertThat(call.program())
                .isEqualTo(Announcement.of(new Prompt.Stored(file.toString()))));
        assertThat(world.fetched).hasSize(1);
        world.answered(ONE, AnsweredBy.HUMAN);
        world.answered(TWO, AnsweredBy.HUMAN);
        world.round();
        assertThat(world.now(message).status()).isEqualTo(MessageStatus.COMPLETED);
        assertThat(file).doesNotExist();
    }

    @Test
    void fileThatCanNotBeHadShouldFailAttemptsAndBeAskedForAgainAMinuteLater() {
        TmsMessage message = world.message(ACME, new Content.Play(AUDIO), 1, ONE);
        world.round();
        world.fetches.remove(AUDIO).completeExceptionally(
                new PromptException(PromptException.UNPLAYABLE, "the host answered 404", null));
        world.round();
        assertStands(message, ONE, RecipientStatus.SENDING, Detail.COULD_NOT_CONNECT);
        world.now = world.now.plusSeconds(60);
        world.round();
        assertThat(world.fetched).hasSize(2);
        world.fetches.get(AUDIO).completeExceptionally(
                new PromptException(PromptException.UNPLAYABLE, "the host answered 404", null));
        world.round();
        assertStands(message, ONE, RecipientStatus.FAILED, Detail.COULD_NOT_CONNECT);
        assertThat(world.recipient(message, ONE).error()).contains("the host answered 404");
        assertThat(world.engine.placed).isEmpty();
    }
}
