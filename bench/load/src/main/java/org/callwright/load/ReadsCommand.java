package org.callwright.load;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.callwright.load.rest.KeepAliveLoad;
import org.callwright.load.rest.RestClient;

/**
 * Reads with authentication as a share of a bare hello on the same server: both in turn, several rounds, so that a
 * machine which slows down slows both.
 */
final class ReadsCommand {

    private ReadsCommand() {
    }

    static Map<String, Object> run(Options options) throws IOException, InterruptedException {
        RestClient client = RestClient.of(options.text("account"), Path.of(options.text("token-file")));
        KeepAliveLoad hello = new KeepAliveLoad(URI.create(options.text("hello")), "");
        KeepAliveLoad read = new KeepAliveLoad(URI.create(options.text("read")), client.authorization());
        int connections = (int) options.number("connections", 4);
        double seconds = options.decimal("seconds", 5);
        double warmSeconds = options.decimal("warm-seconds", 30);
        hello.run(connections, warmSeconds);
        read.run(connections, warmSeconds);
        List<Double> hellos = new ArrayList<>();
        List<Double> reads = new ArrayList<>();
        long worstHello = 0;
        long worstRead = 0;
        for (int round = 0; round < options.number("rounds", 5); round++) {
            KeepAliveLoad.Result one = hello.run(connections, seconds);
            KeepAliveLoad.Result other = read.run(connections, seconds);
            hellos.add(one.perSecond());
            reads.add(other.perSecond());
            worstHello = Math.max(worstHello, one.worstP99Micros());
            worstRead = Math.max(worstRead, other.worstP99Micros());
        }
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("connections", connections);
        report.put("secondsEach", seconds);
        report.put("warmSecondsEach", warmSeconds);
        report.put("helloPerSecond", hellos);
        report.put("readPerSecond", reads);
        report.put("share", median(reads) / median(hellos));
        report.put("worstHelloP99Ms", worstHello / 1000.0);
        report.put("worstReadP99Ms", worstRead / 1000.0);
        return report;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
