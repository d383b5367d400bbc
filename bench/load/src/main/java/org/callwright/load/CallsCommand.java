package org.callwright.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.callwright.load.report.LatenessWatch;
import org.callwright.load.rest.CallRecords;
import org.callwright.load.rest.RestClient;
import org.callwright.load.sip.CallPlan;
import org.callwright.load.sip.CallRun;
import org.callwright.load.sip.Outcome;
import org.callwright.load.sip.Phase;
import org.callwright.load.sip.SipLoad;
import org.callwright.load.web.VoiceApplication;

/**
 * Places calls, and afterwards asks whether everything is there that they should have left: call records by REST, and
 * recordings with each sample that was sent.
 */
final class CallsCommand {

    private final Options options;
    private final CallPlan plan;

    CallsCommand(Options options) {
        this.options = options;
        this.plan = new CallPlan(options.loopback("target"), options.text("number"), Phase.parse(options.text("plan")),
                options.decimal("life", 0),
                CallPlan.Media.valueOf(options.find("media").orElse("none").toUpperCase(Locale.ROOT)));
    }

    Map<String, Object> run() throws IOException, InterruptedException {
        Optional<CallRecords> records = callRecords();
        long before = records.isPresent() ? records.get().total() : 0;
        try (VoiceApplication web = VoiceDocuments.start(options)) {
            long server = options.number("server-pid", 0);
            Optional<LatenessWatch> lateness = LatenessWatch.start(server);
            CallRun run = new SipLoad(plan, server).run();
            Map<String, Object> report = new LinkedHashMap<>();
            report.put("number", plan.number());
            report.put("lifeSeconds", plan.lifeSeconds());
            report.put("media", plan.media().name().toLowerCase(Locale.ROOT));
            report.put("phases", new CallReport(plan, run.outcomes()).phases());
            report.put("window", run.cpu());
            report.put("generator", run.punctuality().summary());
            if (lateness.isPresent()) {
                report.put("engineLateness", lateness.get().report());
                lateness.get().close();
            }
            report.put("webRequests", web.requests());
            report.put("webConnections", web.connections());
            if (records.isPresent()) {
                long answered = run.outcomes().stream().filter(Outcome::answered).count();
                report.put("callsAnswered", answered);
                report.put("recordsWritten", records.get().awaitMore(before, answered));
            }
            audio(run, report);
            return report;
        }
    }

    private Optional<CallRecords> callRecords() throws IOException {
        if (options.find("rest").isEmpty()) {
            return Optional.empty();
        }
        RestClient client = RestClient.of(options.text("account"), Path.of(options.text("token-file")));
        return Optional.of(new CallRecords(client, options.text("rest")));
    }

    private void audio(CallRun run, Map<String, Object> report) throws IOException, InterruptedException {
        if (plan.media() != CallPlan.Media.NONE) {
            report.put("arrivals", run.arrivals().summary(50 * run.streamSecondsInWindow()));
            report.put("heard", StreamsReport.heard(run.streams()));
        }
        if (options.find("recordings").isPresent()) {
            report.put("recorded", RecordingsJudge.judge(Path.of(options.text("recordings")), run.streams()));
        }
    }
}
