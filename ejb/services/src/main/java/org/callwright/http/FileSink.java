package org.callwright.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes a body into a new file, which is gone again when the answer was no good. */
public final class FileSink implements BodySink<Path> {

    private final Path file;
    private FileChannel channel;

    public FileSink(Path file) {
        this.file = file;
    }

    @Override
    public void accept(ByteBuffer bytes) throws IOException {
        open();
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public Path complete() throws IOException {
        open();
        channel.close();
        return file;
    }

    @Override
    public void abort() {
        try {
            if (channel != null) {
                channel.close();
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void open() throws IOException {
        if (channel == null) {
            channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        }
    }
}
