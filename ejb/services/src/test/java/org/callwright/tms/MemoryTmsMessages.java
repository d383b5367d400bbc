package org.callwright.tms;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callwright.call.value.AccountSid;
import org.callwright.cleanup.messages.OldMessages;

/**
 * Messages in memory. Their lists are built when a test says {@link #build}, and nobody is called: what becomes of a
 * recipient is told by {@link #settle}.
 */
public final class MemoryTmsMessages implements TmsMessages {

    private static final Duration REPEAT = Duration.ofSeconds(10);

    private final Clock clock;
    private final Map<Long, Row> rows = new TreeMap<>();
    private final Map<Long, Row> marked = new TreeMap<>();
    private final Set<Long> untold = new HashSet<>();
    private final Map<String, Long> keys = new HashMap<>();
    private long lastMessage;
    private long lastRecipient;
    private boolean broken;

    /** A message; its recipients are there when it is built. */
    private static final class Row {

        private TmsMessage message;
        private List<String> phones;
        private final Map<Long, Recipient> recipients = new TreeMap<>();
    }

    public MemoryTmsMessages(Clock clock) {
        this.clock = clock;
    }

    /** From now on everything fails, as when the database is away. */
    public void breakDown() {
        broken = true;
    }

    @Override
    public synchronized Intake intake() {
        if (broken) {
            throw new IllegalStateException("the database is away");
        }
        List<String> phones = new ArrayList<>();
        return new Intake() {

            @Override
            public void add(String phone) {
                phones.add(phone);
            }

            @Override
            public long size() {
                return phones.size();
            }

            @Override
            public TmsMessage accept(MessageOrder order) {
                return MemoryTmsMessages.this.accept(order, List.copyOf(phones));
            }

            @Override
            public void close() {
                phones.clear();
            }
        };
    }

    private synchronized TmsMessage accept(MessageOrder order, List<String> phones) {
        Optional<String> key = order.repeatKey().map(given -> order.account() + " " + given);
        Optional<Row> before = key.map(keys::get).map(rows::get)
                .filter(row -> row.message.created().isAfter(clock.instant().minus(REPEAT)));
        if (before.isPresent()) {
            return before.get().message;
        }
        Row row = new Row();
        row.phones = phones;
        row.message = new TmsMessage(++lastMessage, order.account(), order.content(), order.fromNumber(),
                order.retries(), order.retryDelay(), MessageStatus.NEW, clock.instant(), Optional.empty());
        rows.put(row.message.id(), row);
        key.ifPresent(given -> keys.put(given, row.message.id()));
        return row.message;
    }

    /** Builds the lists of all messages that are new. */
    public synchronized void build() {
        rows.values().stream().filter(row -> row.message.status() == MessageStatus.NEW).forEach(row -> {
            Map<String, String> once = new LinkedHashMap<>();
            row.phones.forEach(phone -> once.putIfAbsent(formatted(phone).orElse(phone), phone));
            once.values().forEach(phone -> add(row, phone));
            row.phones = List.of();
            stand(row, MessageStatus.QUEUED);
        });
    }

    private void add(Row row, String phone) {
        Optional<String> number = formatted(phone);
        Recipient recipient = new Recipient(++lastRecipient, row.message.id(), phone, number,
                number.isPresent() ? RecipientStatus.NEW : RecipientStatus.FAILED,
                number.isPresent() ? Optional.empty() : Optional.of(Detail.COULD_NOT_CONNECT), 0,
                clock.instant(), Optional.empty(), number.isPresent() ? Optional.empty() : Optional.of(clock.instant()),
                number.isPresent() ? Optional.empty() : Optional.of("is not a number"));
        row.recipients.put(recipient.id(), recipient);
    }

    /** Numbers of the test's country, and those that say which country they are of. */
    private static Optional<String> formatted(String phone) {
        String digits = phone.replaceAll("[^0-9]", "");
        if (phone.chars().anyMatch(Character::isLetter) || digits.length() < 10 || digits.length() > 15) {
            return Optional.empty();
        }
        return Optional.of((digits.length() == 10 ? "+1" : "+") + digits);
    }

    /** What has become of a recipient: one attempt more, which came to this. */
    public synchronized void settle(long message, long recipient, RecipientStatus status, Optional<Detail> detail,
            Optional<String> error) {
        Row row = rows.get(message);
        Recipient before = row.recipients.get(recipient);
        row.recipients.put(recipient, new Recipient(before.id(), before.message(), before.phone(),
                before.formattedPhone(), status, detail, before.attempts() + 1, before.created(),
                before.sentAt().or(() -> Optional.of(clock.instant())),
                status.last() ? Optional.of(clock.instant()) : Optional.empty(), error));
        stand(row, MessageStatus.SENDING);
    }

    private void stand(Row row, MessageStatus status) {
        boolean over = row.recipients.values().stream().allMatch(recipient -> recipient.status().last());
        TmsMessage before = row.message;
        row.message = new TmsMessage(before.id(), before.account(), before.content(), before.fromNumber(),
                before.retries(), before.retryDelay(), over ? MessageStatus.COMPLETED : status, before.created(),
                over ? Optional.of(clock.instant()) : Optional.empty());
    }

    @Override
    public synchronized Optional<TmsMessage> message(AccountSid account, long id) {
        return Optional.ofNullable(rows.get(id)).map(row -> row.message)
                .filter(message -> message.account().equals(account));
    }

    @Override
    public synchronized Counts counts(TmsMessage message) {
        return new Counts(
                count(message, recipient -> Stream.of(recipient.status())),
                count(message, recipient -> ended(recipient) ? recipient.detail().stream() : Stream.empty()));
    }

    private static boolean ended(Recipient recipient) {
        return recipient.status() == RecipientStatus.SENT || recipient.status() == RecipientStatus.FAILED;
    }

    private <K> Map<K, Long> count(TmsMessage message, Function<Recipient, Stream<K>> kind) {
        return rows.get(message.id()).recipients.values().stream().flatMap(kind)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    @Override
    public synchronized PageOf<TmsMessage> messages(AccountSid account, PageWanted page) {
        return page(rows.values().stream().map(row -> row.message)
                .filter(message -> message.account().equals(account)).toList(), TmsMessage::id, page);
    }

    @Override
    public synchronized PageOf<Recipient> recipients(TmsMessage message, RecipientList list, PageWanted page) {
        return page(rows.get(message.id()).recipients.values().stream().filter(in(list)).toList(), Recipient::id, page);
    }

    private static Predicate<Recipient> in(RecipientList list) {
        return switch (list) {
            case ALL -> recipient -> true;
            case SENT -> recipient -> recipient.status() == RecipientStatus.SENT;
            case FAILED -> recipient -> recipient.status() == RecipientStatus.FAILED;
            case HUMAN -> in(RecipientStatus.SENT, Detail.HUMAN);
            case MACHINE -> in(RecipientStatus.SENT, Detail.MACHINE);
            case BUSY -> in(RecipientStatus.FAILED, Detail.BUSY);
            case NO_ANSWER -> in(RecipientStatus.FAILED, Detail.NO_ANSWER);
            case COULD_NOT_CONNECT -> recipient -> recipient.status() == RecipientStatus.FAILED && recipient.detail()
                    .filter(detail -> detail == Detail.BUSY || detail == Detail.NO_ANSWER).isEmpty();
        };
    }

    private static Predicate<Recipient> in(RecipientStatus status, Detail detail) {
        return recipient -> recipient.status() == status && recipient.detail().equals(Optional.of(detail));
    }

    private static <T> PageOf<T> page(List<T> all, Function<T, Long> id, PageWanted page) {
        Comparator<T> oldestFirst = Comparator.comparing(id);
        return new PageOf<>(all.stream()
                .sorted(page.oldestFirst() ? oldestFirst : oldestFirst.reversed())
                .skip((page.number() - 1L) * page.size())
                .limit(page.size())
                .toList(), all.size());
    }

    @Override
    public synchronized Optional<Recipient> recipient(TmsMessage message, long id) {
        return Optional.ofNullable(rows.get(message.id()).recipients.get(id));
    }

    @Override
    public synchronized TmsMessage cancel(TmsMessage message) {
        Row row = rows.get(message.id());
        row.phones = List.of();
        row.recipients.values().stream().filter(recipient -> recipient.status() == RecipientStatus.NEW).toList()
                .forEach(recipient -> row.recipients.put(recipient.id(), new Recipient(recipient.id(),
                        recipient.message(), recipient.phone(), recipient.formattedPhone(), RecipientStatus.CANCELED,
                        Optional.empty(), 0, recipient.created(), Optional.empty(), Optional.of(clock.instant()),
                        Optional.empty())));
        if (row.message.status() != MessageStatus.COMPLETED) {
            stand(row, MessageStatus.SENDING);
        }
        return row.message;
    }

    /** A webhook has not been told of a recipient of the message yet; or it has, or never will be. */
    public synchronized void tells(long message, boolean waits) {
        if (waits) {
            untold.add(message);
        } else {
            untold.remove(message);
        }
    }

    /** Completed messages that can be seen. */
    synchronized List<TmsMessage> completed(AccountSid account) {
        return rows.values().stream().map(row -> row.message)
                .filter(message -> message.account().equals(account) && message.completed().isPresent()).toList();
    }

    /** Takes completed messages that no webhook waits for out of sight; those of them that are so now. */
    synchronized Set<Long> mark(Collection<Long> messages) {
        ready(messages).forEach(id -> marked.put(id, rows.remove(id)));
        return messages.stream().filter(marked::containsKey).collect(Collectors.toSet());
    }

    synchronized OldMessages.Weight weigh(Collection<Long> messages) {
        List<Long> ready = ready(messages);
        return new OldMessages.Weight(ready.size(),
                ready.stream().mapToLong(id -> rows.get(id).recipients.size()).sum());
    }

    private List<Long> ready(Collection<Long> messages) {
        return messages.stream().filter(rows::containsKey)
                .filter(id -> rows.get(id).message.completed().isPresent() && !untold.contains(id)).toList();
    }

    synchronized Set<Long> marked(int most) {
        return marked.keySet().stream().limit(most).collect(Collectors.toSet());
    }

    synchronized int removeRecipients(Collection<Long> messages, int most) {
        List<Recipient> going = messages.stream().filter(marked::containsKey)
                .flatMap(id -> marked.get(id).recipients.values().stream()).limit(most).toList();
        going.forEach(recipient -> marked.get(recipient.message()).recipients.remove(recipient.id()));
        return going.size();
    }

    synchronized int remove(Collection<Long> messages) {
        List<Long> empty = messages.stream()
                .filter(id -> marked.containsKey(id) && marked.get(id).recipients.isEmpty()).toList();
        empty.forEach(marked::remove);
        return empty.size();
    }

    /** All recipients of a message that was built, for tests that look behind the API. */
    public synchronized List<Recipient> recipients(long message) {
        return List.copyOf(rows.get(message).recipients.values());
    }

    /** A message, whoever's it is. */
    public synchronized TmsMessage message(long id) {
        return rows.get(id).message;
    }

    public synchronized int size() {
        return rows.size();
    }
}
