package org.callwright.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HeapRoomTest {

    private final AtomicLong used = new AtomicLong();

    @Test
    void memoryShouldBeShortOnlyWhileTheHeapIsWellAboveItsSoftMaximum() {
        HeapRoom room = new HeapRoom(2_000, 3_000, used::get);

        assertThat(room.getAsBoolean()).isFalse();
        used.set(2_250);
        assertThat(room.getAsBoolean()).as("at the limit").isFalse();
        used.set(2_251);
        assertThat(room.getAsBoolean()).as("above it").isTrue();
        used.set(2_000);
        assertThat(room.getAsBoolean()).as("collected").isFalse();
    }

    @Test
    void heapWithoutASoftMaximumShouldSayNothing() {
        used.set(3_000);

        assertThat(new HeapRoom(3_000, 3_000, used::get).getAsBoolean()).isFalse();
        assertThat(new HeapRoom(Long.MAX_VALUE, 3_000, used::get).getAsBoolean()).isFalse();
    }

    @Test
    void virtualMachineWithASoftMaximumShouldBeWatched() throws Exception {
        assertThat(told("-XX:SoftMaxHeapSize=64m")).isEqualTo("false true");
        assertThat(told()).as("no soft maximum").isEqualTo("false false");
    }

    /** What {@link HeldMemory} prints in a virtual machine of its own. */
    private static String told(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseZGC", "-Xmx512m"));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), HeldMemory.class.getName()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
        assertThat(process.waitFor()).as(told).isZero();
        return told;
    }

    /** Says whether memory is short before and while it holds 400 MB. */
    static final class HeldMemory {

        private HeldMemory() {
        }

        public static void main(String[] arguments) {
            HeapRoom room = HeapRoom.ofThisMachine();
            boolean before = room.getAsBoolean();
            byte[][] held = new byte[400][];
            for (int i = 0; i < held.length; i++) {
                held[i] = new byte[1_000_000];
            }
            System.out.println(before + " " + room.getAsBoolean());
            Reference.reachabilityFence(held);
        }
    }
}
