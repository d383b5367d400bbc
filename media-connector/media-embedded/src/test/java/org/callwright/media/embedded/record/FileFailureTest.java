package org.callwright.media.embedded.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class FileFailureTest {

    @Test
    @EnabledOnOs(OS.LINUX)
    void diskThatIsFullShouldBeToldAsSuch() throws IOException {
        try (FileChannel full = FileChannel.open(Path.of("/dev/full"), StandardOpenOption.WRITE)) {
            IOException real = catchThrowableOfType(IOException.class, () -> full.write(ByteBuffer.allocate(100), 44));
            assertThat(FileFailure.of(real)).isEqualTo("the disk is full");
        }
    }

    @Test
    void fileThatCouldNotEvenBeMadeOnAFullDiskShouldBeToldAlike() {
        assertThat(FileFailure.of(new FileSystemException("/secret/RE1.wav", null, "No space left on device")))
                .isEqualTo("the disk is full");
        assertThat(FileFailure.of(new FileSystemException("/secret/RE1.wav", null, "Disk quota exceeded")))
                .isEqualTo("the disk is full");
    }

    @Test
    void noReasonShouldTellAPath() {
        assertThat(FileFailure.of(new AccessDeniedException("/secret/RE1.wav"))).isEqualTo("the file may not be written");
        assertThat(FileFailure.of(new NoSuchFileException("/secret/RE1.wav")))
                .isEqualTo("the file could not be written: NoSuchFileException");
        assertThat(FileFailure.of(new FileSystemException("/secret/RE1.wav", null, "Input/output error")))
                .isEqualTo("the file could not be written: input/output error");
        assertThat(FileFailure.of(new IllegalStateException("/secret"))).endsWith(": IllegalStateException");
    }
}
