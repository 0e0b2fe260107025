package llmsim.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import llmsim.api.dialect.Endpoint;
import llmsim.api.dialect.Operation;
import llmsim.api.exchange.Call;
import llmsim.api.problem.Category;
import llmsim.api.problem.Problem;
import llmsim.api.prompt.SimRequest;
import llmsim.engine.gate.Verdict;
import llmsim.engine.trial.EventLines;
import llmsim.engine.trial.Rig;
import llmsim.engine.trial.TrialAdapter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportingTest {
    private final List<Report> reports = new ArrayList<>();

    @Test
    void oneLineTellsOfARequest() {
        rig("gpt-4o", "What is\nthe weather?", false).post("/chat", "{}");

        assertThat(reports).hasSize(1);
        assertThat(reports.getFirst().text())
                .matches(
                        "req_\\w+ trial/completions gpt-4o 200 completed, \\d+\\+1 tokens, 100\\.0 ms, ttft 100\\.0 ms");
        assertThat(reports.getFirst().fields().keySet())
                .containsExactly(
                        "request",
                        "endpoint",
                        "model",
                        "stream",
                        "status",
                        "outcome",
                        "prompt_tokens",
                        "completion_tokens",
                        "duration_ms",
                        "ttft_ms");
    }

    @Test
    void thePromptIsToldWhereItIsAskedFor() {
        rig("gpt-4o", "What is\nthe weather?", true).post("/chat", "{}");

        assertThat(reports.getFirst().text()).endsWith(", prompt 'What is\uFFFDthe weather?'");
        assertThat(reports.getFirst().fields()).containsEntry("prompt", "What is\uFFFDthe weather?");
    }

    @Test
    void refusalsAreToldWithTheirReason() {
        rig("gpt-4o", "Hi", false)
                .gates(_ -> Verdict.refuse(Problem.Stated.of(Category.OVERLOADED, "")))
                .post("/chat", "{}");

        assertThat(reports.getFirst().text())
                .matches("req_\\w+ trial/completions gpt-4o 529 refused \\(overloaded\\), 0\\+0 tokens, 0\\.0 ms");
    }

    @Test
    void whoIsNotAskedForIsNotFollowed() {
        var rig = chat(SimRequest.of("m", "Hi")).listener(new Reporting(() -> false, true, reports::add));
        rig.post("/chat", "{}");

        assertThat(reports).isEmpty();
    }

    @Property(tries = 300)
    void noTextTouchesATerminal(@ForAll String text) {
        var shown = Plain.text(text);

        assertThat(shown.codePointCount(0, shown.length())).isLessThanOrEqualTo(201);
        assertThat(shown.chars()).noneMatch(c -> c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x202e || c == 0x2028);
    }

    @Test
    void theFlightRecorderHearsOfIt(@TempDir Path folder) throws Exception {
        var file = folder.resolve("run.jfr");
        try (var recording = new Recording()) {
            var rig = chat(SimRequest.of("gpt-4o", "Hi").withStream(true)).listener(FlightRecorder.listener());
            rig.post("/chat", "{}");
            recording.enable("llmsim.Request");
            recording.start();
            rig.post("/chat", "{}");
            recording.stop();
            recording.dump(file);
        }
        var events = RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals("llmsim.Request"))
                .toList();

        assertThat(events).hasSize(1);
        assertThat(events.getFirst().getString("model")).isEqualTo("gpt-4o");
        assertThat(events.getFirst().getString("outcome")).isEqualTo("completed");
        assertThat(events.getFirst().getDuration("ttft")).hasMillis(100);
        assertThat(events.getFirst().getLong("completionTokens")).isEqualTo(1);
    }

    @Test
    void recordingsForTheEndAreWritten(@TempDir Path folder) throws Exception {
        var file = folder.resolve("run.jfr");
        try (var recording = new Recording()) {
            recording.enable("llmsim.Request");
            recording.setDestination(file);
            recording.setDumpOnExit(true);
            recording.start();
            chat(SimRequest.of("gpt-4o", "Hi"))
                    .listener(FlightRecorder.listener())
                    .post("/chat", "{}");
            FlightRecorder.finish();
        }

        assertThat(RecordingFile.readAllEvents(file))
                .anyMatch(event -> event.getEventType().getName().equals("llmsim.Request"));
    }

    private Rig rig(String model, String text, boolean prompts) {
        return chat(SimRequest.of(model, text).withStream(true))
                .listener(new Reporting(() -> true, prompts, reports::add));
    }

    private static Rig chat(SimRequest request) {
        return Rig.automatic(TrialAdapter.of(new Endpoint(
                Call.Method.POST,
                "/chat",
                "completions",
                (_, _) -> Operation.Generation.of(request, "a_", new EventLines().streamed()))));
    }
}
