package llmsim.openai.chat.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** A call that the model made: of a function, or of a custom tool. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChatCompletionMessageToolCall(
        String id,
        String type,
        @Nullable FunctionCall function,
        @Nullable CustomCall custom) {

    /** Name and arguments, which should be JSON but need not be. */
    public record FunctionCall(String name, String arguments) {}

    /** Name and free text. */
    public record CustomCall(String name, String input) {}

    /** A call of a function. */
    public static ChatCompletionMessageToolCall function(String id, String name, String arguments) {
        return new ChatCompletionMessageToolCall(id, "function", new FunctionCall(name, arguments), null);
    }

    /** A call of a custom tool. */
    public static ChatCompletionMessageToolCall custom(String id, String name, String input) {
        return new ChatCompletionMessageToolCall(id, "custom", null, new CustomCall(name, input));
    }
}
