package llmsim.openai.chat.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import llmsim.api.json.Field;
import org.jspecify.annotations.Nullable;

/** More of a message. The role is in the first one of a choice alone. */
public record Delta(
        Field<String> role,
        Field<String> content,
        Field<List<ToolCallChunk>> toolCalls,
        Field<FunctionCallChunk> functionCall,
        Field<String> refusal) {

    /** Nothing new. */
    public static final Delta NOTHING =
            new Delta(Field.absent(), Field.absent(), Field.absent(), Field.absent(), Field.absent());

    /** The first one. */
    public static Delta first(Field<String> content) {
        return new Delta(Field.of("assistant"), content, Field.absent(), Field.absent(), Field.ofNull());
    }

    /** More text. */
    public static Delta ofContent(String text) {
        return new Delta(Field.absent(), Field.of(text), Field.absent(), Field.absent(), Field.absent());
    }

    /** More of a refusal. */
    public static Delta ofRefusal(String text) {
        return new Delta(Field.absent(), Field.absent(), Field.absent(), Field.absent(), Field.of(text));
    }

    /** More of a tool call. */
    public static Delta of(ToolCallChunk call) {
        return new Delta(Field.absent(), Field.absent(), Field.of(List.of(call)), Field.absent(), Field.absent());
    }

    /** More of a function call in the older way. */
    public static Delta of(FunctionCallChunk call) {
        return new Delta(Field.absent(), Field.absent(), Field.absent(), Field.of(call), Field.absent());
    }

    /** The schema's {@code ChatCompletionMessageToolCallChunk}; id, type and name are in the first one of a call alone. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ToolCallChunk(
            int index,
            @Nullable String id,
            @Nullable String type,
            @Nullable FunctionCallChunk function,
            @Nullable CustomCallChunk custom) {}

    /** More of a function call. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FunctionCallChunk(@Nullable String name, String arguments) {}

    /** More of a custom tool's call. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CustomCallChunk(@Nullable String name, String input) {}
}
