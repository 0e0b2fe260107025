package llmsim.openai.chat.wire;

import java.util.List;
import llmsim.api.json.Field;
import org.jspecify.annotations.Nullable;

/**
 * One event of a stream.
 *
 * @param created seconds since 1970, the same in all chunks
 * @param usage absent unless asked for, then null in every chunk but the last
 */
public record ChatCompletionChunk(
        String id,
        String object,
        long created,
        String model,
        String serviceTier,
        String systemFingerprint,
        List<Choice> choices,
        Field<CompletionUsage> usage) {

    /** What is new in one completion. */
    public record Choice(
            int index,
            Delta delta,
            @Nullable ChoiceLogprobs logprobs,
            @Nullable String finishReason) {}
}
