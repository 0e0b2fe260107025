package llmsim.openresponses.request;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import llmsim.api.content.Media;
import llmsim.api.content.Message;
import llmsim.api.content.Part;
import llmsim.api.content.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Items as the model sees them. Media stay as they came; nothing is fetched or decoded. */
final class Items {
    private Items() {}

    static Message neutral(JsonNode item) {
        return switch (kind(item)) {
            case "message" -> Message.of(role(item), parts(item.path("content")));
            case "function_call" -> said(call(item, "arguments"));
            case "custom_tool_call" -> said(call(item, "input"));
            case "function_call_output", "custom_tool_call_output" ->
                Message.of(
                        Role.TOOL,
                        List.of(new Part.ToolResult(
                                item.path("call_id").stringValue(), parts(item.path("output")), false)));
            case "reasoning" -> said(reasoning(item));
            case "compaction" ->
                said(new Part.Text(
                        Compaction.open(item.path("encrypted_content").stringValue())));
            case String other -> said(new Part.Unknown(other, withoutId(item)));
        };
    }

    /** An id that was given to an item here must not change what the model sees. */
    private static JsonNode withoutId(JsonNode item) {
        return ((ObjectNode) item.deepCopy()).without("id");
    }

    /** A message may leave its kind out. */
    static String kind(JsonNode item) {
        return item.path("type").asString("message");
    }

    private static Message said(Part part) {
        return Message.of(Role.ASSISTANT, List.of(part));
    }

    private static Part call(JsonNode item, String input) {
        return new Part.ToolCall(
                item.path("call_id").stringValue(),
                item.path("name").stringValue(),
                item.path(input).stringValue());
    }

    private static Part reasoning(JsonNode item) {
        var summary = item.path("summary")
                .valueStream()
                .map(part -> part.path("text").asString(""))
                .collect(Collectors.joining("\n"));
        return new Part.Reasoning("", summary, 0, text(item, "encrypted_content"));
    }

    private static Role role(JsonNode item) {
        return switch (item.path("role").asString("user")) {
            case "assistant" -> Role.ASSISTANT;
            case "system" -> Role.SYSTEM;
            case "developer" -> Role.DEVELOPER;
            default -> Role.USER;
        };
    }

    private static List<Part> parts(JsonNode content) {
        return content.isString()
                ? List.of(new Part.Text(content.stringValue()))
                : content.valueStream().map(Items::part).toList();
    }

    private static Part part(JsonNode part) {
        var type = part.path("type").asString("");
        return switch (type) {
            case "input_text", "output_text" -> new Part.Text(part.path("text").stringValue());
            case "refusal" -> new Part.Refusal(part.path("refusal").stringValue());
            case "input_image" -> new Part.Image(media(part, "image_url", "image_url"), detail(part));
            case "input_file" -> new Part.File(media(part, "file_url", "file_data"), text(part, "filename"));
            default -> new Part.Unknown(type, part);
        };
    }

    private static Part.Detail detail(JsonNode part) {
        return switch (part.path("detail").asString("auto")) {
            case "low" -> Part.Detail.LOW;
            case "high", "original" -> Part.Detail.HIGH;
            default -> Part.Detail.AUTO;
        };
    }

    private static Media media(JsonNode part, String link, String data) {
        return text(part, "file_id")
                .<Media>map(Media.Uploaded::new)
                .orElseGet(() -> new Media.Link(
                        text(part, link).or(() -> text(part, data)).orElse("")));
    }

    private static Optional<String> text(JsonNode object, String field) {
        return object.path(field).isString() ? Optional.of(object.get(field).stringValue()) : Optional.empty();
    }
}
