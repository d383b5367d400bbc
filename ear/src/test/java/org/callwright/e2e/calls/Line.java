package org.callwright.e2e.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.callwright.e2e.ServerUnderTest;
import org.callwright.e2e.WebApp;
import org.callwright.e2e.WebApp.Answer;
import org.callwright.phone.CallOptions;
import org.callwright.phone.Phone;
import org.callwright.phone.PhoneCall;

/**
 * A number of the server that one test has for itself, and the application behind it: its VoiceUrl is
 * {@code /number/…}, its further pages are below that. Taken from a pool, given back when closed.
 */
public final class Line implements AutoCloseable {

    public static final Duration SOON = Duration.ofSeconds(20);

    private static final BlockingQueue<Integer> PLAIN = pool(15551000, 15551011);
    private static final BlockingQueue<Integer> WITH_FALLBACK = pool(15551012, 15551015);
    private static final BlockingQueue<Integer> RECORDING_GSM = pool(15551016, 15551016);

    private final BlockingQueue<Integer> pool;
    private final int digits;
    private final WebApp application = ServerUnderTest.webApp();

    private Line(BlockingQueue<Integer> pool, int digits) {
        this.pool = pool;
        this.digits = digits;
        application.forget(path());
        application.forget(fallbackPath());
    }

    private static BlockingQueue<Integer> pool(int first, int last) {
        return new LinkedBlockingQueue<>(IntStream.rangeClosed(first, last).boxed().toList());
    }

    /** A number without FallbackUrl, whose application answers with those verbs; see {@link #rcml}. */
    public static Line answering(String verbs) {
        Line line = take(PLAIN);
        return line.voice(line.rcml(verbs));
    }

    /** A number without FallbackUrl; the last answer is given again and again. */
    public static Line answering(Answer... answers) {
        return take(PLAIN).voice(answers);
    }

    /** A number of another account, whose recordings are GSM files; its records can't be seen by {@link #records}. */
    public static Line answeringForGsm(String verbs) {
        Line line = take(RECORDING_GSM);
        return line.voice(line.rcml(verbs));
    }

    /** A number with FallbackUrl. */
    public static Line falling(Answer voice, Answer fallback) {
        Line line = take(WITH_FALLBACK);
        line.application.answer(line.path(), voice);
        line.application.answer(line.fallbackPath(), fallback);
        return line;
    }

    private static Line take(BlockingQueue<Integer> pool) {
        try {
            Integer digits = pool.poll(1, TimeUnit.MINUTES);
            return new Line(pool, Objects.requireNonNull(digits, "no number was given back within a minute"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** As it is dialled: +15551000. */
    public String number() {
        return "+" + digits;
    }

    public String uri() {
        InetSocketAddress sip = ServerUnderTest.sip();
        return "sip:" + number() + "@" + sip.getAddress().getHostAddress() + ":" + sip.getPort();
    }

    private String path() {
        return "/number/" + digits;
    }

    private String fallbackPath() {
        return "/fallback/" + digits;
    }

    /** Statuses arrive: until they do, later callbacks of a call wait for them. */
    public Line takingStatuses() {
        application.answer("/status/" + digits, Answer.status(200));
        return this;
    }

    public Line voice(Answer... answers) {
        application.answer(path(), answers);
        return this;
    }

    public Line fallback(String verbs) {
        application.answer(fallbackPath(), rcml(verbs));
        return this;
    }

    /** A document with those verbs; {@code {here}} in them becomes the path of the VoiceUrl. */
    public Answer rcml(String verbs) {
        return Answer.rcml(verbs.replace("{here}", path()));
    }

    /** Scripts a further page, {@code {here}/name} in RCML. */
    public Line page(String name, Answer... answers) {
        application.answer(path() + "/" + name, answers);
        return this;
    }

    public Line page(String name, String verbs) {
        return page(name, rcml(verbs));
    }

    /** A page that is a WAV file. */
    public Line sound(String name, short[] samples) {
        return page(name, Answer.of(200, "audio/wav", Sounds.wav(samples, 8000)));
    }

    /** Where a page is, relative to the VoiceUrl. */
    public String relative(String name) {
        return digits + "/" + name;
    }

    public String url(String name) {
        return application.url(path() + "/" + name);
    }

    public PhoneCall call(Phone phone) {
        return call(phone, CallOptions.defaults());
    }

    public PhoneCall call(Phone phone, CallOptions options) {
        return phone.call(uri(), options);
    }

    /** Calls and waits for the answer. */
    public PhoneCall connect(Phone phone) {
        return call(phone).awaitAnswered(SOON);
    }

    /** The first request for the VoiceUrl. */
    public WebApp.Request asked() {
        return asked(1);
    }

    public WebApp.Request asked(int count) {
        return application.await(path(), count, SOON);
    }

    public WebApp.Request askedFallback() {
        return application.await(fallbackPath(), 1, SOON);
    }

    /** The first request for a page. */
    public WebApp.Request asked(String page) {
        return application.await(path() + "/" + page, 1, SOON);
    }

    public int times() {
        return application.requests(path()).size();
    }

    public int times(String page) {
        return application.requests(path() + "/" + page).size();
    }

    public int timesFallback() {
        return application.requests(fallbackPath()).size();
    }

    /** The call that asked first. */
    public Records records() {
        String sid = asked().parameter("CallSid");
        assertThat(sid).matches("ID[0-9a-f]{32}-CA[0-9a-f]{32}");
        return new Records(sid);
    }

    @Override
    public void close() {
        pool.add(digits);
    }
}
