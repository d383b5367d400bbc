package org.callwright.tms;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.callwright.accounts.Account;
import org.callwright.call.value.AccountSid;
import org.junit.jupiter.api.Test;

/** What holds of messages wherever they are kept. Nobody is called. */
public abstract class TmsMessagesContract {

    protected static final AccountSid ACME = Account.sidOf("ops@acme.example");
    protected static final AccountSid OTHER = Account.sidOf("ops@other.example");

    private static final PageWanted FIRST = new PageWanted(1, 50, true);

    protected abstract TmsMessages messages();

    /** Builds the lists of all messages. */
    protected abstract void build();

    protected static MessageOrder order(AccountSid account, String text) {
        return new MessageOrder(account, new Content.Say(text), Optional.of("+16515550000"), 2, Duration.ofMinutes(5),
                Optional.empty());
    }

    protected final TmsMessage accept(MessageOrder order, String... phones) {
        try (Intake intake = messages().intake()) {
            List.of(phones).forEach(intake::add);
            return intake.accept(order);
        }
    }

    private List<Recipient> all(TmsMessage message) {
        return messages().recipients(message, RecipientList.ALL, FIRST).items();
    }

    private TmsMessage now(TmsMessage message) {
        return messages().message(message.account(), message.id()).orElseThrow();
    }

    @Test
    void messageShouldBeNewUntilItsListIsBuilt() {
        TmsMessage accepted = accept(order(ACME, "Hello"), "(651) 555-1001");

        assertThat(accepted.status()).isEqualTo(MessageStatus.NEW);
        assertThat(now(accepted)).isEqualTo(accepted);
        assertThat(accepted.content()).isEqualTo(new Content.Say("Hello"));
        assertThat(accepted.fromNumber()).contains("+16515550000");
        assertThat(accepted.retries()).isEqualTo(2);
        assertThat(accepted.retryDelay()).isEqualTo(Duration.ofMinutes(5));
        assertThat(messages().counts(accepted).total()).isZero();
        build();
        assertThat(now(accepted).status()).isEqualTo(MessageStatus.QUEUED);
        assertThat(messages().counts(accepted).of(RecipientStatus.NEW)).isEqualTo(1);
    }

    @Test
    void fileThatIsPlayedShouldBeKept() {
        URI url = URI.create("http://app.example/hello.wav");
        TmsMessage accepted = accept(new MessageOrder(ACME, new Content.Play(url), Optional.empty(), 0,
                Duration.ZERO, Optional.empty()), "6515551001");
        assertThat(now(accepted).content()).isEqualTo(new Content.Play(url));
    }

    @Test
    void recipientShouldHaveItsPhoneAsGivenAndAsANumber() {
        TmsMessage accepted = accept(order(ACME, "Hello"), "(651) 555-1001", "+44 20 7946 0000");
        build();

        List<Recipient> recipients = all(accepted);
        assertThat(recipients).extracting(Recipient::phone).containsExactly("(651) 555-1001", "+44 20 7946 0000");
        assertThat(recipients).extracting(recipient -> recipient.formattedPhone().orElse(""))
                .containsExactly("+16515551001", "+442079460000");
        assertThat(recipients).allSatisfy(recipient -> {
            assertThat(recipient.status()).isEqualTo(RecipientStatus.NEW);
            assertThat(recipient.message()).isEqualTo(accepted.id());
            assertThat(recipient.attempts()).isZero();
            assertThat(recipient.completed()).isEmpty();
            assertThat(messages().recipient(accepted, recipient.id())).contains(recipient);
        });
    }

    @Test
    void sameNumberShouldBeThereOnceHoweverItIsWritten() {
        TmsMessage accepted = accept(order(ACME, "Hello"),
                "(651) 555-1001", "+16515551001", "nobody", "nobody", "6515551002");
        build();
        assertThat(all(accepted)).extracting(Recipient::phone)
                .containsExactly("(651) 555-1001", "nobody", "6515551002");
    }

    @Test
    void whatIsNoNumberShouldFailAtOnce() {
        TmsMessage accepted = accept(order(ACME, "Hello"), "nobody");
        build();

        Recipient recipient = all(accepted).get(0);
        assertThat(recipient.status()).isEqualTo(RecipientStatus.FAILED);
        assertThat(recipient.error()).contains("is not a number");
        assertThat(recipient.formattedPhone()).isEmpty();
        assertThat(recipient.completed()).isPresent();
        assertThat(now(accepted).status()).isEqualTo(MessageStatus.COMPLETED);
        assertThat(now(accepted).completed()).isPresent();
        assertThat(messages().recipients(accepted, RecipientList.COULD_NOT_CONNECT, FIRST).items())
                .containsExactly(recipient);
        assertThat(messages().recipients(accepted, RecipientList.FAILED, FIRST).total()).isEqualTo(1);
        assertThat(messages().recipients(accepted, RecipientList.SENT, FIRST).total()).isZero();
    }

    @Test
    void othersShouldNotSeeIt() {
        TmsMessage accepted = accept(order(ACME, "Hello"), "6515551001");
        TmsMessage another = accept(order(ACME, "Hello again"), "6515551001");
        build();
        assertThat(messages().message(OTHER, accepted.id())).isEmpty();
        assertThat(messages().messages(OTHER, FIRST).items()).isEmpty();
        assertThat(messages().recipient(another, all(accepted).get(0).id())).isEmpty();
    }

    @Test
    void pagesShouldComeInBothOrdersWithTheTotal() {
        List<Long> ids = IntStream.range(0, 5)
                .mapToObj(i -> accept(order(ACME, "Hello " + i), "6515551001").id())
                .toList();

        PageOf<TmsMessage> newest = messages().messages(ACME, new PageWanted(1, 2, false));
        assertThat(newest.total()).isEqualTo(5);
        assertThat(newest.items()).extracting(TmsMessage::id).containsExactly(ids.get(4), ids.get(3));
        assertThat(messages().messages(ACME, new PageWanted(3, 2, true)).items())
                .extracting(TmsMessage::id).containsExactly(ids.get(4));
        assertThat(messages().messages(ACME, new PageWanted(4, 2, true)).items()).isEmpty();
    }

    @Test
    void pagesOfRecipientsShouldHaveEachOneOnce() {
        TmsMessage accepted = accept(order(ACME, "Hello"),
                IntStream.range(0, 7).mapToObj(i -> "+1651555100" + i).toArray(String[]::new));
        build();
        List<String> newestFirst = IntStream.rangeClosed(1, 3)
                .mapToObj(page -> messages().recipients(accepted, RecipientList.ALL, new PageWanted(page, 3, false)))
                .flatMap(page -> page.items().stream())
                .map(Recipient::phone)
                .toList();
        assertThat(newestFirst).containsExactly("+16515551006", "+16515551005", "+16515551004", "+16515551003",
                "+16515551002", "+16515551001", "+16515551000");
    }

    @Test
    void sameRequestShouldGiveTheSameMessageOfItsAccountOnly() {
        MessageOrder order = keyed(ACME, "key");
        TmsMessage first = accept(order, "6515551001");
        assertThat(accept(order, "6515551001").id()).isEqualTo(first.id());
        assertThat(accept(keyed(ACME, "another"), "6515551001").id()).isNotEqualTo(first.id());
        assertThat(accept(keyed(OTHER, "key"), "6515551001").id()).isNotEqualTo(first.id());
        assertThat(accept(order(ACME, "Hello"), "6515551001").id()).isNotEqualTo(first.id());
        build();
        assertThat(all(first)).hasSize(1);
    }

    private static MessageOrder keyed(AccountSid account, String key) {
        MessageOrder order = order(account, "Hello");
        return new MessageOrder(account, order.content(), order.fromNumber(), order.retries(), order.retryDelay(),
                Optional.of(key));
    }

    @Test
    void canceledMessageShouldBeCompletedWithItsRecipientsCanceled() {
        TmsMessage accepted = accept(order(ACME, "Hello"), "6515551001", "nobody");
        build();
        TmsMessage canceled = messages().cancel(now(accepted));

        assertThat(canceled.status()).isEqualTo(MessageStatus.COMPLETED);
        assertThat(now(accepted)).isEqualTo(canceled);
        assertThat(all(accepted)).extracting(Recipient::status)
                .containsExactly(RecipientStatus.CANCELED, RecipientStatus.FAILED);
        assertThat(messages().cancel(canceled)).isEqualTo(canceled);
    }

    @Test
    void messageThatIsCanceledBeforeItIsBuiltShouldGoToNobody() {
        TmsMessage accepted = accept(order(ACME, "Hello"), "6515551001");
        assertThat(messages().cancel(accepted).status()).isEqualTo(MessageStatus.COMPLETED);
        build();
        assertThat(messages().counts(accepted).total()).isZero();
    }

    @Test
    void intakeShouldCountItsRecipients() {
        try (Intake intake = messages().intake()) {
            intake.add("6515551001");
            intake.add("nobody");
            assertThat(intake.size()).isEqualTo(2);
        }
        assertThat(messages().messages(ACME, FIRST).total()).isZero();
    }
}
