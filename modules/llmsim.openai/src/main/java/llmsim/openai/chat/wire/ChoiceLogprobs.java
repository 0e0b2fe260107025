package llmsim.openai.chat.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Log probabilities of a choice's tokens: of its content, or of its refusal. */
public record ChoiceLogprobs(
        @Nullable List<ChatCompletionTokenLogprob> content,
        @Nullable List<ChatCompletionTokenLogprob> refusal) {

    /** The log probability of one token, with alternatives. */
    public record ChatCompletionTokenLogprob(
            String token, double logprob, List<Integer> bytes, List<TopLogprob> topLogprobs) {}

    /** An alternative to a token. */
    public record TopLogprob(String token, double logprob, List<Integer> bytes) {}
}
