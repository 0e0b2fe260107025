package llmsim.openai.chat.request;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import llmsim.api.prompt.Tool;
import llmsim.api.prompt.ToolChoice;
import llmsim.openai.chat.wire.ChatCompletionRequest;
import llmsim.openai.chat.wire.ChatCompletionTool;
import llmsim.openai.chat.wire.CustomTool;
import llmsim.openai.chat.wire.FunctionObject;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Tools and the choice among them, in the newer and in the older way. */
final class Tools {
    private Tools() {}

    static List<Tool> offered(ChatCompletionRequest request) {
        var newer = Objects.requireNonNullElse(request.tools(), List.<ChatCompletionTool>of());
        var older = Objects.requireNonNullElse(request.functions(), List.<FunctionObject>of());
        return Stream.concat(newer.stream().map(Tools::tool), older.stream().map(Tools::function))
                .toList();
    }

    static ToolChoice choice(ChatCompletionRequest request) {
        var newer = request.toolChoice();
        return newer != null ? choice(newer) : older(request.functionCall());
    }

    private static Tool tool(ChatCompletionTool tool) {
        var function = tool.function();
        if (function != null) {
            return function(function);
        }
        var custom = Objects.requireNonNull(tool.custom());
        return new Tool.Custom(
                custom.name(),
                Objects.requireNonNullElse(custom.description(), ""),
                Optional.ofNullable(custom.format()).flatMap(Tools::grammar));
    }

    private static Optional<Tool.Grammar> grammar(CustomTool.Format format) {
        return Optional.ofNullable(format.grammar())
                .map(grammar -> new Tool.Grammar(
                        Objects.requireNonNullElse(grammar.syntax(), ""),
                        Objects.requireNonNullElse(grammar.definition(), "")));
    }

    private static Tool function(FunctionObject function) {
        return new Tool.Function(
                function.name(),
                Objects.requireNonNullElse(function.description(), ""),
                Objects.requireNonNullElse(function.parameters(), JsonNodeFactory.instance.objectNode()),
                Boolean.TRUE.equals(function.strict()));
    }

    private static ToolChoice choice(JsonNode choice) {
        if (choice.isString()) {
            return word(choice.stringValue());
        }
        var allowed = choice.get("allowed_tools");
        return allowed != null ? allowed(allowed) : new ToolChoice.Named(name(choice));
    }

    private static ToolChoice older(@Nullable JsonNode choice) {
        if (choice == null) {
            return new ToolChoice.Auto();
        }
        return choice.isString()
                ? word(choice.stringValue())
                : new ToolChoice.Named(choice.path("name").stringValue());
    }

    private static ToolChoice word(String word) {
        return switch (word) {
            case "none" -> new ToolChoice.None();
            case "required" -> new ToolChoice.Required();
            default -> new ToolChoice.Auto();
        };
    }

    private static ToolChoice allowed(JsonNode allowed) {
        var names = allowed.get("tools").valueStream().map(Tools::name).toList();
        return new ToolChoice.Allowed(
                names, "required".equals(allowed.path("mode").stringValue()));
    }

    /** A tool is named inside the object that is called like its type. */
    private static String name(JsonNode reference) {
        var inside = reference.has("custom") ? reference.path("custom") : reference.path("function");
        return inside.path("name").asString("");
    }
}
