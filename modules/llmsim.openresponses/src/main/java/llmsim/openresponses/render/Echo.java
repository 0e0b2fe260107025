package llmsim.openresponses.render;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import llmsim.api.json.Field;
import llmsim.api.problem.Problem;
import llmsim.api.render.Opening;
import llmsim.api.reply.Usage;
import llmsim.openresponses.wire.CreateResponse;
import llmsim.openresponses.wire.OutputItem;
import llmsim.openresponses.wire.ReasoningConfiguration;
import llmsim.openresponses.wire.Response;
import llmsim.openresponses.wire.ResponseUsage;
import llmsim.openresponses.wire.TextConfiguration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a response says back of its request, at every stage. */
record Echo(Opening opening, Requested requested) {
    /** How far a response is. */
    record Stage(
            String status,
            List<OutputItem> output,
            Optional<Usage> usage,
            Response.@Nullable IncompleteDetails incomplete,
            Response.@Nullable ResponseError error) {

        static Stage begun(String status) {
            return new Stage(status, List.of(), Optional.empty(), null, null);
        }
    }

    CreateResponse request() {
        return requested.request();
    }

    boolean inBackground() {
        return requested.inBackground();
    }

    Response.ResponseError error(Problem problem) {
        var failure = requested.facts().failure().apply(problem, requested.call());
        return new Response.ResponseError(failure.code(), failure.message());
    }

    Response response(Stage stage) {
        var request = request();
        var completed = stage.status().equals(Growing.DONE);
        return new Response(
                opening.id(),
                "response",
                opening.created().getEpochSecond(),
                stage.status(),
                inBackground(),
                completed ? opening.clock().instant().getEpochSecond() : null,
                stage.error(),
                number(request.frequencyPenalty(), 0),
                stage.incomplete(),
                request.instructions(),
                request.maxOutputTokens(),
                request.maxToolCalls(),
                request.model(),
                stage.output(),
                !Boolean.FALSE.equals(request.parallelToolCalls()),
                number(request.presencePenalty(), 0),
                request.previousResponseId(),
                conversation(),
                request.promptCacheKey(),
                Objects.requireNonNullElse(request.reasoning(), ReasoningConfiguration.NONE),
                request.safetyIdentifier(),
                tier(),
                request.stored(),
                number(request.temperature(), 1),
                text(),
                Objects.requireNonNullElse(request.toolChoice(), JsonNodeFactory.instance.stringNode("auto")),
                tools(),
                Objects.requireNonNullElse(request.topLogprobs(), 0),
                number(request.topP(), 1),
                Objects.requireNonNullElse(request.truncation(), "disabled"),
                usage(stage.usage()),
                request.user() == null ? Field.absent() : Field.of(request.user()),
                Objects.requireNonNullElse(request.metadata(), Map.of()));
    }

    private static double number(@Nullable Double given, double usual) {
        return given == null ? usual : given;
    }

    private String tier() {
        return switch (request().serviceTier()) {
            case null -> "default";
            case "auto" -> "default";
            case "fast" -> "priority";
            case String asked -> asked;
        };
    }

    private Field<JsonNode> conversation() {
        return Field.orAbsent(request()
                .conversationId()
                .map(id -> JsonNodeFactory.instance.objectNode().put("id", id)));
    }

    private Field<ResponseUsage> usage(Optional<Usage> usage) {
        return usage.map(Usages::wire)
                .map(Field::of)
                .orElseGet(requested.facts().usageFromStart() ? Field::ofNull : Field::absent);
    }

    private TextConfiguration text() {
        var asked = request().text();
        return new TextConfiguration(
                format(asked == null ? null : asked.format()),
                Objects.requireNonNullElse(asked == null ? null : asked.verbosity(), "medium"));
    }

    private JsonNode format(@Nullable JsonNode format) {
        if (format == null) {
            return JsonNodeFactory.instance.objectNode().put("type", "text");
        }
        if (!format.path("type").asString("").equals("json_schema")) {
            return format;
        }
        var echoed = (ObjectNode) format.deepCopy();
        echoed.put("strict", format.path("strict").asBoolean(false));
        if (!requested.facts().schemaEchoed()) {
            withNull(echoed, "description");
            echoed.putNull("schema");
        }
        return echoed;
    }

    private List<JsonNode> tools() {
        return Objects.requireNonNullElse(request().tools(), List.<JsonNode>of()).stream()
                .map(Echo::tool)
                .toList();
    }

    private static JsonNode tool(JsonNode tool) {
        if (!tool.path("type").asString("").equals("function")) {
            return tool;
        }
        var echoed = (ObjectNode) tool.deepCopy();
        withNull(echoed, "description");
        withNull(echoed, "parameters");
        echoed.put("strict", tool.path("strict").asBoolean(true));
        return echoed;
    }

    private static void withNull(ObjectNode object, String field) {
        if (!object.has(field)) {
            object.putNull(field);
        }
    }
}
