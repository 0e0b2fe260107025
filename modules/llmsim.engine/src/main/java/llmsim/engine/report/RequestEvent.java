package llmsim.engine.report;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** An exchange that is over, as the flight recorder keeps it. */
@Name("llmsim.Request")
@Label("LLM request")
@Category("llmsim")
@Description("A request to an imitated LLM API, told when it is over")
@StackTrace(false)
@Enabled(false)
@SuppressWarnings("UnusedVariable") // the recorder reads the fields
final class RequestEvent extends Event {
    @Label("Request id")
    private final String request;

    @Label("Endpoint")
    private final String endpoint;

    @Label("Model")
    private final String model;

    @Label("Streaming")
    private final boolean streaming;

    @Label("Status")
    private final int status;

    @Label("Outcome")
    private final String outcome;

    @Label("Faults")
    private final String faults;

    @Label("Prompt tokens")
    private final long promptTokens;

    @Label("Completion tokens")
    private final long completionTokens;

    @Label("Latency")
    @Timespan(Timespan.NANOSECONDS)
    private final long latency;

    @Label("Time to first token")
    @Timespan(Timespan.NANOSECONDS)
    private final long ttft;

    private RequestEvent(Report report) {
        request = report.exchange().id();
        endpoint = report.endpoint();
        model = Plain.text(report.exchange().model());
        streaming = report.exchange().streaming();
        status = report.status();
        outcome = report.outcome();
        faults = String.join(", ", report.faults());
        promptTokens = report.usage().promptTokens();
        completionTokens = report.usage().completionTokens();
        latency = report.duration().toNanos();
        ttft = report.ttft().map(time -> time.toNanos()).orElse(0L);
    }

    static void commit(Report report) {
        new RequestEvent(report).commit();
    }
}
