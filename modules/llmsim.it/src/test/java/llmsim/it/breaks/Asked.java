package llmsim.it.breaks;

import java.util.Map;
import java.util.Optional;
import llmsim.api.content.Bytes;
import llmsim.api.exchange.Body;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Headers;
import llmsim.engine.Incoming;
import llmsim.engine.clock.VirtualClock;
import llmsim.engine.configuration.StreamFault;
import llmsim.engine.fault.Luck;
import llmsim.engine.script.Script;
import llmsim.engine.script.ScriptedCall;
import llmsim.engine.script.Turn;
import llmsim.engine.stats.StatisticsSnapshot;
import llmsim.server.LlmSim;
import tools.jackson.databind.json.JsonMapper;

/** One answer of a provider on a virtual clock, always with the same seed. */
record Asked(Frames frames, StatisticsSnapshot statistics) {
    /** The shapes of answers. */
    enum Shape {
        CHAT(
                Call.Method.POST,
                "/v1/chat/completions",
                "\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]"),
        WHOLE_CHAT(Call.Method.POST, "/v1/chat/completions", "\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]"),
        RESPONSES(Call.Method.POST, "/v1/responses", "\"stream\":true,\"input\":\"Hi\""),
        SOCKET(Call.Method.MESSAGE, "/v1/responses", "\"type\":\"response.create\",\"input\":\"Hi\"");

        private final Call.Method method;
        private final String path;
        private final String fields;

        Shape(Call.Method method, String path, String fields) {
            this.method = method;
            this.path = path;
            this.fields = fields;
        }

        Incoming incoming() {
            var json = "{\"model\":\"gpt-4o\",\"tools\":[" + tool(path) + "]," + fields + "}";
            return new Incoming(
                    method, path, Map.of(), Headers.NONE, new Body.Raw("application/json", Bytes.ofUtf8(json)));
        }

        private static String tool(String path) {
            var function = "\"name\":\"look\",\"parameters\":{\"type\":\"object\",\"properties\":{}}";
            return path.contains("chat")
                    ? "{\"type\":\"function\",\"function\":{" + function + "}}"
                    : "{\"type\":\"function\"," + function + "}";
        }
    }

    static Asked of(Shape shape, String text, Optional<StreamFault> fault) {
        var call = new ScriptedCall(
                "look", JsonMapper.shared().readTree("{\"at\":\"" + "there ".repeat(5) + "\"}"), Optional.empty());
        try (var process = LlmSim.builder()
                .seed(1)
                .timeToFirstToken(100, 0)
                .timeBetweenTokens(10, 0)
                .clock(VirtualClock.automatic())
                .script(Script.of(Turn.mixed(text, call)))
                .inProcess()) {
            var simulator = process.simulator();
            fault.ifPresent(each -> simulator.change(now -> now.withLuck(Luck.always(each))));
            var frames = new Frames();
            simulator.handle("openai", shape.incoming(), frames);
            return new Asked(frames, simulator.statistics());
        }
    }

    boolean faulted() {
        return !statistics.faults().isEmpty();
    }
}
