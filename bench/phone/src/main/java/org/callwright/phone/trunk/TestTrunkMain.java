package org.callwright.phone.trunk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * The command line: {@code [--port 5066] [--bind 127.0.0.1] [--fast] [--quiet] [--report FILE] [--while PID]}. Prints
 * one line when the trunk is ready, then one for each call that has ended, unless quiet. Runs until it is ended by a
 * signal, or the process of {@code --while} has ended; then writes the report. Exit code 1 when the port is taken, 2
 * for wrong usage.
 */
public final class TestTrunkMain {

    private static final String USAGE = "usage: test-trunk [--port PORT] [--bind ADDRESS] [--fast] [--quiet] "
            + "[--report FILE] [--while PID]";
    private static final int PORT = 5066;
    private static final long FOREVER = 0;

    private TrunkOptions options = TrunkOptions.onPort(PORT).log(System.out::println);
    private String report = "";
    private long master = FOREVER;

    private TestTrunkMain(List<String> arguments) {
        Iterator<String> words = arguments.iterator();
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "--port" -> options = options.port(Integer.parseInt(value(words, word)));
                case "--bind" -> options = options.address(value(words, word));
                case "--fast" -> options = options.hasty();
                case "--quiet" -> options = options.log(line -> { });
                case "--report" -> report = value(words, word);
                case "--while" -> master = Long.parseLong(value(words, word));
                default -> throw new IllegalArgumentException("not understood: " + word);
            }
        }
    }

    private static String value(Iterator<String> words, String option) {
        if (!words.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return words.next();
    }

    public static void main(String[] arguments) throws InterruptedException {
        System.exit(run(List.of(arguments)));
    }

    static int run(List<String> arguments) throws InterruptedException {
        TestTrunkMain main;
        try {
            main = new TestTrunkMain(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(USAGE);
            return 2;
        }
        TestTrunk trunk;
        try {
            trunk = TestTrunk.start(main.options);
        } catch (UncheckedIOException e) {
            System.err.println("test trunk: " + e.getMessage() + ": " + e.getCause().getMessage());
            return 1;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> main.end(trunk)));
        System.out.println("test trunk ready on " + main.options.address() + ":" + trunk.port() + " (SIP over UDP)");
        main.await();
        return 0;
    }

    private void await() throws InterruptedException {
        if (master == FOREVER) {
            new CountDownLatch(1).await();
        }
        ProcessHandle.of(master).ifPresent(process -> process.onExit().join());
    }

    private void end(TestTrunk trunk) {
        trunk.close();
        Tally.Count total = trunk.tally().total();
        System.out.println(total.invites() + " calls, " + total.answered() + " answered");
        if (!report.isEmpty()) {
            try {
                Files.writeString(Path.of(report), trunk.tally().json());
            } catch (IOException e) {
                System.err.println("test trunk: cannot write " + report + ": " + e);
            }
        }
    }
}
