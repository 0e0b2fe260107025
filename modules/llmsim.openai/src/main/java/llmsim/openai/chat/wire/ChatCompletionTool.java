package llmsim.openai.chat.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** A tool that the model may call: a function, or a custom tool that takes free text. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChatCompletionTool(
        String type,
        @Nullable FunctionObject function,
        @Nullable CustomTool custom) {}
