package org.callwright.tms;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.callwright.call.value.CallSid;
import org.callwright.settings.Settings;

/**
 * Notes in a file which attempts were answered, at the moment they are. A call's record takes some milliseconds to the
 * database, and a process that is killed then would call again who has just answered; what was handed to the operating
 * system it can't take along. Only the newest notes are kept: those of older calls are in their records.
 */
@ApplicationScoped
public class AnswerNotes {

    static final int KEPT = 5_000;

    private final Path file;
    private final Set<CallSid> expected = ConcurrentHashMap.newKeySet();
    private final Object lock = new Object();
    private final Set<String> noted = new LinkedHashSet<>();
    private boolean read;
    private boolean failing;

    /** For the container's proxy. */
    protected AnswerNotes() {
        this((Path) null);
    }

    @Inject
    public AnswerNotes(Settings settings) {
        this(settings.data().resolve("tms").resolve("answered"));
    }

    AnswerNotes(Path file) {
        this.file = file;
    }

    /** An attempt that is made now. */
    void expect(CallSid call) {
        expected.add(call);
    }

    /** It has ended. */
    void over(CallSid call) {
        expected.remove(call);
    }

    /** The call was answered; does nothing with calls that are not expected, and with what was noted before. */
    void answered(CallSid call) {
        if (expected.remove(call)) {
            synchronized (lock) {
                readOnce();
                if (noted.add(call.value())) {
                    write(call.value() + "\n", StandardOpenOption.APPEND);
                }
                if (noted.size() > 2 * KEPT) {
                    shorten();
                }
            }
        }
    }

    boolean has(CallSid call) {
        synchronized (lock) {
            readOnce();
            return noted.contains(call.value());
        }
    }

    private void readOnce() {
        if (read) {
            return;
        }
        read = true;
        try {
            Files.createDirectories(file.getParent());
            if (Files.exists(file)) {
                noted.addAll(Files.readAllLines(file, US_ASCII));
            }
        } catch (IOException e) {
            TmsLog.LOG.answersNotKept(e);
        }
    }

    private void shorten() {
        Iterator<String> oldest = noted.iterator();
        while (noted.size() > KEPT) {
            oldest.next();
            oldest.remove();
        }
        write(String.join("\n", noted) + "\n", StandardOpenOption.TRUNCATE_EXISTING);
    }

    private void write(String lines, StandardOpenOption how) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how)) {
            ByteBuffer bytes = ByteBuffer.wrap(lines.getBytes(US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            failing = false;
        } catch (IOException e) {
            if (!failing) {
                failing = true;
                TmsLog.LOG.answersNotKept(e);
            }
        }
    }
}
