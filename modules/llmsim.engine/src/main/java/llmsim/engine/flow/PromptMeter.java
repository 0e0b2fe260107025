package llmsim.engine.flow;

import java.util.List;
import llmsim.api.content.Message;
import llmsim.api.content.Part;
import llmsim.api.prompt.OutputFormat;
import llmsim.api.prompt.Prompt;
import llmsim.api.prompt.Tool;
import llmsim.api.token.Encoding;

/**
 * Counts the tokens of a prompt: the texts, and what surrounds them. Each message costs {@value #PER_MESSAGE} more, a
 * name one more, the reply's beginning {@value #PER_REPLY} (OpenAI Cookbook, "How to count tokens with tiktoken").
 */
public record PromptMeter(Encoding encoding) {
    private static final int PER_MESSAGE = 3;
    private static final int PER_REPLY = 3;
    private static final int PER_TOOL = 7;
    private static final int IMAGE_LOW = 85;
    private static final int IMAGE_FULL = 765;

    /** All tokens of a prompt. */
    public long count(Prompt prompt) {
        var messages = prompt.messages().stream().mapToLong(this::message).sum();
        var tools = prompt.tools().stream().mapToLong(this::tool).sum();
        return messages + tools + format(prompt.format()) + PER_REPLY;
    }

    private long message(Message message) {
        var name = message.name().map(given -> encoding.count(given) + 1).orElse(0);
        return PER_MESSAGE + name + parts(message.parts());
    }

    private long parts(List<Part> parts) {
        return parts.stream().mapToLong(this::part).sum();
    }

    private long part(Part part) {
        return switch (part) {
            case Part.Text(var text) -> encoding.count(text);
            case Part.Refusal(var text) -> encoding.count(text);
            case Part.Reasoning reasoning -> encoding.count(reasoning.text()) + encoding.count(reasoning.summary());
            case Part.ToolCall call -> PER_MESSAGE + encoding.count(call.name()) + encoding.count(call.arguments());
            case Part.ToolResult result -> parts(result.content());
            case Part.Image image -> image.detail() == Part.Detail.LOW ? IMAGE_LOW : IMAGE_FULL;
            case Part.Audio audio -> audio.transcript().map(encoding::count).orElse(0);
            case Part.File file -> file.name().map(encoding::count).orElse(0);
            case Part.Unknown unknown -> encoding.count(unknown.json().toString());
            case Part.Open _ -> 0;
        };
    }

    private long tool(Tool tool) {
        return switch (tool) {
            case Tool.Function function -> PER_TOOL + function(function);
            case Tool.Custom custom ->
                PER_TOOL + encoding.count(custom.name()) + encoding.count(custom.description()) + grammar(custom);
            case Tool.Open open -> PER_TOOL + encoding.count(open.name());
            case Tool.Hosted hosted ->
                PER_TOOL + encoding.count(hosted.declaration().toString());
        };
    }

    private long grammar(Tool.Custom custom) {
        return custom.grammar()
                .map(grammar -> encoding.count(grammar.definition()))
                .orElse(0);
    }

    private long function(Tool.Function function) {
        return (long) encoding.count(function.name())
                + encoding.count(function.description())
                + encoding.count(function.parameters().toString());
    }

    private long format(OutputFormat format) {
        return format instanceof OutputFormat.JsonSchema schema
                ? encoding.count(schema.schema().toString())
                : 0;
    }
}
