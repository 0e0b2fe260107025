package llmsim.server.script;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import llmsim.engine.configuration.LatencySettings;
import llmsim.engine.latency.ProfileTable;
import llmsim.engine.match.Match;
import llmsim.engine.script.Turn;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.Fields;
import llmsim.server.document.Raw;
import llmsim.server.fault.FaultReading;
import llmsim.server.match.MatchReading;

/** Reads the turns of a script. A turn is empty only if errors were told. */
record TurnReading(ProfileTable profiles, Consumer<ConfigurationError> errors) {
    private static final List<String> TYPES = List.of("assistant", "tool_calls", "mixed", "error");

    Optional<Turn> turn(String path, Raw raw) {
        var fields = Fields.of(path, raw, errors);
        var content = fields.requireChoice("type", TYPES).flatMap(type -> content(type, fields));
        var latency = fields.find("latency").flatMap(pace -> latency(fields.path("latency"), pace));
        var match = fields.find("match")
                .map(said -> new MatchReading(errors).match(fields.path("match"), said))
                .orElse(Match.ANY);
        var fault = new FaultReading(errors).fault("fault", fields);
        return content.map(said -> new Turn(said, match, latency, answers(said) ? fault : Optional.empty()));
    }

    private Optional<? extends Turn.Content> content(String type, Fields fields) {
        return switch (type) {
            case "assistant" -> {
                allow(fields, "text", "fault");
                yield fields.requireText("text").map(Turn.Assistant::new);
            }
            case "tool_calls" -> {
                allow(fields, "calls", "fault");
                yield new CallReading(errors).calls("calls", fields).map(Turn.ToolCalls::new);
            }
            case "mixed" -> {
                allow(fields, "text", "calls", "fault");
                var calls = new CallReading(errors).calls("calls", fields);
                yield fields.requireText("text").flatMap(text -> calls.map(all -> new Turn.Mixed(text, all)));
            }
            default -> {
                allow(fields, ErrorReading.keys(fields));
                yield new ErrorReading(fields).error().map(Turn.Failure::new);
            }
        };
    }

    private static boolean answers(Turn.Content content) {
        return !(content instanceof Turn.Failure);
    }

    private static void allow(Fields fields, String... own) {
        fields.allow(Stream.concat(Stream.of("type"), Stream.concat(Stream.of(own), Stream.of("match", "latency")))
                .toList());
    }

    private Optional<LatencySettings> latency(String path, Raw raw) {
        return new PaceReading(profiles, errors).pace(path, raw);
    }
}
