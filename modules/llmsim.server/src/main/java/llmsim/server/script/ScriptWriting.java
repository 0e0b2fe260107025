package llmsim.server.script;

import java.util.List;
import llmsim.engine.configuration.LatencySettings;
import llmsim.engine.script.Script;
import llmsim.engine.script.ScriptedCall;
import llmsim.engine.script.ScriptedError;
import llmsim.engine.script.Turn;
import llmsim.server.match.MatchWriting;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes a script as the JSON that {@link ScriptReading} reads. */
public final class ScriptWriting {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ScriptWriting() {}

    /** The whole script. */
    public static ObjectNode json(Script script) {
        var json = JSON.objectNode();
        json.put("on_exhausted", script.onExhausted().written());
        var turns = json.putArray("turns");
        script.turns().forEach(turn -> turns.add(turn(turn)));
        return json;
    }

    private static ObjectNode turn(Turn turn) {
        var json = content(turn.content());
        if (!turn.match().conditions().isEmpty()) {
            json.set("match", MatchWriting.json(turn.match()));
        }
        turn.latency().ifPresent(pace -> json.set("latency", pace(pace)));
        turn.fault().ifPresent(fault -> json.put("fault", fault.written()));
        return json;
    }

    private static ObjectNode content(Turn.Content content) {
        return switch (content) {
            case Turn.Assistant(var text) -> typed("assistant").put("text", text);
            case Turn.ToolCalls(var calls) -> calling(typed("tool_calls"), calls);
            case Turn.Mixed(var text, var calls) -> calling(typed("mixed").put("text", text), calls);
            case Turn.Failure(var error) -> error(typed("error").put("kind", error.kind()), error);
        };
    }

    private static ObjectNode typed(String type) {
        return JSON.objectNode().put("type", type);
    }

    private static ObjectNode calling(ObjectNode json, List<ScriptedCall> calls) {
        var array = json.putArray("calls");
        for (var call : calls) {
            var each = array.addObject().put("name", call.name());
            each.set("arguments", call.arguments());
            call.id().ifPresent(id -> each.put("id", id));
        }
        return json;
    }

    private static ObjectNode error(ObjectNode json, ScriptedError error) {
        return switch (error) {
            case ScriptedError.RateLimit _, ScriptedError.Timeout _ -> json;
            case ScriptedError.InvalidRequest(var message) -> json.put("message", message);
            case ScriptedError.Other(var message, var status) ->
                json.put("message", message).put("status_code", status);
        };
    }

    private static ObjectNode pace(LatencySettings pace) {
        return switch (pace) {
            case LatencySettings.ByModel _ -> throw new IllegalStateException("a turn never says this");
            case LatencySettings.Named(var profile) -> JSON.objectNode().put("profile", profile);
            case LatencySettings.Custom(var ttft, var ttftStddev, var tbt, var tbtStddev) ->
                JSON.objectNode()
                        .put("ttft_mean_ms", ttft)
                        .put("ttft_stddev_ms", ttftStddev)
                        .put("tbt_mean_ms", tbt)
                        .put("tbt_stddev_ms", tbtStddev);
        };
    }
}
