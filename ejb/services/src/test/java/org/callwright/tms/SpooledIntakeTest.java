package org.callwright.tms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpooledIntakeTest {

    @TempDir
    Path folder;
    private final List<List<String>> accepted = new ArrayList<>();

    private SpooledIntake intake() {
        return new SpooledIntake(folder, (order, chunks) -> {
            chunks.forEach(chunk -> { });
            chunks.forEach(accepted::add);
            return null;
        });
    }

    private void accept(Stream<String> phones) {
        try (SpooledIntake intake = intake()) {
            phones.forEach(intake::add);
            intake.accept(new MessageOrder(TmsWorld.ACME.sid(), new Content.Say("Hello"), Optional.empty(), 0,
                    Duration.ZERO, Optional.empty()));
        }
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    @Test
    void fewShouldStayInMemoryAndBeOnePiece() throws IOException {
        accept(Stream.of("6515551001", "6515551002"));
        assertThat(accepted).containsExactly(List.of("6515551001", "6515551002"));
        assertThat(files()).isZero();
    }

    @Test
    void manyShouldComeBackInOrderInPiecesOfAThousand() throws IOException {
        accept(IntStream.range(0, 12_345).mapToObj(i -> "recipient " + i));
        assertThat(accepted).hasSize(13);
        assertThat(accepted.get(12)).hasSize(345).last().isEqualTo("recipient 12344");
        assertThat(accepted.get(7).get(0)).isEqualTo("recipient 7000");
        assertThat(files()).isZero();
    }

    @Test
    void fileShouldGoWithAnIntakeThatIsNotAccepted() throws IOException {
        try (SpooledIntake intake = intake()) {
            IntStream.range(0, 12_000).forEach(i -> intake.add("recipient " + i));
            assertThat(files()).isEqualTo(1);
        }
        assertThat(files()).isZero();
        assertThat(accepted).isEmpty();
    }

    @Test
    void whatWouldBreakTheLinesShouldBeMendedAndBlanksBeNobody() {
        accept(Stream.of("651\n555\r\n1001", " ", "", "\0", "x".repeat(300)));
        assertThat(accepted).containsExactly(List.of("651 555 1001", "x".repeat(256)));
    }
}
