package llmsim.openresponses.request;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import llmsim.api.prompt.Tool;
import llmsim.api.prompt.ToolChoice;
import llmsim.openresponses.wire.CreateResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Tools and the choice among them. */
final class Tools {
    private Tools() {}

    static List<Tool> offered(CreateResponse request) {
        return Objects.requireNonNullElse(request.tools(), List.<JsonNode>of()).stream()
                .map(Tools::tool)
                .toList();
    }

    private static Tool tool(JsonNode tool) {
        var type = tool.path("type").stringValue();
        return switch (type) {
            case "function" ->
                new Tool.Function(
                        tool.path("name").stringValue(),
                        tool.path("description").asString(""),
                        tool.path("parameters").isObject()
                                ? tool.get("parameters")
                                : JsonNodeFactory.instance.objectNode(),
                        tool.path("strict").asBoolean(true));
            case "custom" ->
                new Tool.Custom(
                        tool.path("name").stringValue(),
                        tool.path("description").asString(""),
                        grammar(tool.path("format")));
            default -> new Tool.Hosted(tool.path("name").asString(type), tool);
        };
    }

    private static Optional<Tool.Grammar> grammar(JsonNode format) {
        return format.path("type").asString("").equals("grammar")
                ? Optional.of(new Tool.Grammar(
                        format.path("syntax").asString(""),
                        format.path("definition").asString("")))
                : Optional.empty();
    }

    static ToolChoice choice(@Nullable JsonNode choice) {
        if (choice == null) {
            return new ToolChoice.Auto();
        }
        return choice.isString() ? word(choice.stringValue()) : object(choice);
    }

    private static ToolChoice word(String word) {
        return switch (word) {
            case "none" -> new ToolChoice.None();
            case "required" -> new ToolChoice.Required();
            default -> new ToolChoice.Auto();
        };
    }

    private static ToolChoice object(JsonNode choice) {
        return switch (choice.path("type").asString("")) {
            case "function", "custom" ->
                new ToolChoice.Named(choice.path("name").stringValue());
            case "allowed_tools" -> allowed(choice);
            default -> new ToolChoice.Auto();
        };
    }

    private static ToolChoice allowed(JsonNode choice) {
        var mode = choice.path("mode").asString("auto");
        var names = choice.path("tools")
                .valueStream()
                .map(tool -> tool.path("name").asString(""))
                .toList();
        return mode.equals("none") ? new ToolChoice.None() : new ToolChoice.Allowed(names, mode.equals("required"));
    }
}
