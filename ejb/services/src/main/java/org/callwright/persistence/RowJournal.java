package org.callwright.persistence;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.callwright.call.Effect;
import org.callwright.call.codec.RowCodec;
import org.callwright.call.codec.SessionCodecException;

/**
 * Rows in a file, in their order, for the time when the database is away: they survive the server too. Three places in
 * the file count: what is in front of the first is in the database, up to the second it was read, the third is the end.
 * The file goes when all of it is in the database. Each row has its length and its CRC-32 in front of it; a row that is
 * damaged, such as one that a crash cut off, and all behind it are set aside in a file of their own.
 *
 * <p>Bounded by {@link #LARGEST}. Not for several threads; {@link PendingRows} has the lock.
 */
final class RowJournal {

    static final long LARGEST = 1L << 30;
    private static final int HEADER = 12;
    private static final int LONGEST_ROW = 16 << 20;

    private final Path file;
    private final long largest;
    private long written;
    private long read;
    private long end;
    private int rows;

    RowJournal(Path file) {
        this(file, LARGEST);
    }

    RowJournal(Path file, long largest) {
        this.file = file;
        this.largest = largest;
        try {
            end = Files.exists(file) ? Files.size(file) : 0;
            rows = count();
        } catch (IOException e) {
            PersistenceLog.LOG.journalFailed(e);
        }
        if (rows > 0) {
            PersistenceLog.LOG.journalFound(rows);
        }
    }

    /** Whether every row that was appended is in the database. */
    boolean isEmpty() {
        return end == 0;
    }

    /** Rows that are not in the database. */
    int size() {
        return rows;
    }

    /** Appends all of them, or none and is false: there is no room, or the disk fails. */
    boolean append(List<Effect.Record> more) {
        ByteBuffer bytes = bytes(more);
        if (end + bytes.remaining() > largest) {
            return false;
        }
        try (FileChannel channel = open(file)) {
            int length = bytes.remaining();
            try {
                write(channel, bytes, end);
            } catch (IOException e) {
                channel.truncate(end);
                throw e;
            }
            end += length;
            rows += more.size();
            return true;
        } catch (IOException e) {
            PersistenceLog.LOG.journalFailed(e);
            return false;
        }
    }

    /** The next rows behind those that were read. */
    List<Effect.Record> read(int most) {
        List<Effect.Record> next = new ArrayList<>();
        if (read == end) {
            return next;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.position(read);
            DataInputStream in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel)));
            while (next.size() < most && read < end) {
                byte[] row = row(in);
                next.add(RowCodec.decode(row));
                read += HEADER + row.length;
            }
        } catch (IOException | SessionCodecException e) {
            setAside(e);
        }
        return next;
    }

    /** All that were read are in the database. */
    void written(int count) {
        written = read;
        rows = Math.max(0, rows - count);
        if (written == end) {
            forget();
        }
    }

    /** What was read is not in the database and is read again. */
    void rewind() {
        read = written;
    }

    /** Puts these rows in front of those that were not read. */
    boolean prepend(List<Effect.Record> first) {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        ByteBuffer bytes = bytes(first);
        int length = bytes.remaining();
        try {
            try (FileChannel to = open(next)) {
                to.truncate(0);
                write(to, bytes, 0);
                if (end > read) {
                    try (FileChannel from = FileChannel.open(file, StandardOpenOption.READ)) {
                        copy(from, to, length);
                    }
                }
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            end = length + end - read;
            written = 0;
            read = 0;
            rows += first.size();
            return true;
        } catch (IOException e) {
            PersistenceLog.LOG.journalFailed(e);
            return false;
        }
    }

    private void copy(FileChannel from, FileChannel to, long position) throws IOException {
        to.position(position);
        for (long at = read; at < end; ) {
            at += from.transferTo(at, end - at, to);
        }
    }

    private int count() throws IOException {
        int count = 0;
        if (end > 0) {
            try (InputStream stream = Files.newInputStream(file);
                    DataInputStream in = new DataInputStream(new BufferedInputStream(stream))) {
                for (long at = 0; at < end; count++) {
                    at += HEADER + row(in).length;
                }
            } catch (EOFException | SessionCodecException e) {
                PersistenceLog.LOG.debugf("the journal is damaged behind row %d", count);
            }
        }
        return count;
    }

    private void setAside(Exception cause) {
        Path aside = file.resolveSibling(file.getFileName() + ".damaged-" + System.nanoTime());
        PersistenceLog.LOG.journalDamaged(end - read, aside.getFileName().toString(), cause);
        try (FileChannel from = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileChannel to = open(aside)) {
            copy(from, to, 0);
            from.truncate(read);
        } catch (IOException e) {
            PersistenceLog.LOG.journalFailed(e);
        }
        end = read;
    }

    private void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            PersistenceLog.LOG.journalFailed(e);
        }
        written = 0;
        read = 0;
        end = 0;
        rows = 0;
    }

    /** For the server's user only: rows tell who called whom. */
    private static FileChannel open(Path path) throws IOException {
        boolean isNew = !Files.exists(path);
        FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (isNew && path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        }
        return channel;
    }

    private static void write(FileChannel channel, ByteBuffer bytes, long position) throws IOException {
        long at = position;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }

    private static ByteBuffer bytes(List<Effect.Record> rows) {
        List<byte[]> encoded = rows.stream().map(RowCodec::encode).toList();
        ByteBuffer bytes = ByteBuffer.allocate(encoded.stream().mapToInt(row -> HEADER + row.length).sum());
        encoded.forEach(row -> bytes.putInt(row.length).putLong(crc(row)).put(row));
        return bytes.flip();
    }

    private static byte[] row(DataInputStream in) throws IOException {
        int length = in.readInt();
        long crc = in.readLong();
        if (length < 0 || length > LONGEST_ROW) {
            throw new EOFException("no row has the length " + length);
        }
        byte[] row = in.readNBytes(length);
        if (row.length < length || crc(row) != crc) {
            throw new EOFException("a row is damaged or cut off");
        }
        return row;
    }

    private static long crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }
}
