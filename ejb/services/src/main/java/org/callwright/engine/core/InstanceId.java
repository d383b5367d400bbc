package org.callwright.engine.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;

/** The name of this installation in its call SIDs; made at the first start and kept in the data folder. */
public final class InstanceId {

    private static final Pattern FORM = Pattern.compile("ID[0-9a-f]{32}");

    private InstanceId() {
    }

    /** Reads {@code instance-id} of the folder, or makes it. */
    public static String of(Path dataFolder) {
        Path file = dataFolder.resolve("instance-id");
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(dataFolder);
                Path temporary = Files.createTempFile(dataFolder, "instance-id", ".tmp");
                Files.writeString(temporary, "ID" + Secrets.hex32() + "\n");
                moveAtomically(temporary, file);
            }
            String id = Files.readString(file).strip();
            if (!FORM.matcher(id).matches()) {
                throw new IllegalStateException(file + " does not hold an instance id (ID and 32 hex digits)");
            }
            return id;
        } catch (IOException e) {
            throw new UncheckedIOException("the instance id can't be kept in " + file, e);
        }
    }

    private static void moveAtomically(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to);
        }
    }
}
