package llmsim.openai.chat.render;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import llmsim.api.reply.TokenLogprob;
import llmsim.openai.chat.wire.ChoiceLogprobs;
import llmsim.openai.chat.wire.Delta;
import llmsim.openai.chat.wire.Delta.CustomCallChunk;
import llmsim.openai.chat.wire.Delta.FunctionCallChunk;
import llmsim.openai.chat.wire.Delta.ToolCallChunk;

/**
 * Where the text of a part goes in the deltas of a choice.
 *
 * @param more a delta with more of the text
 * @param logprobs log probabilities of the text; empty for parts of which none are told
 */
record PartSlot(Function<String, Delta> more, Optional<Function<List<TokenLogprob>, ChoiceLogprobs>> logprobs) {
    static final PartSlot CONTENT = new PartSlot(Delta::ofContent, Optional.of(Logprobs::ofContent));
    static final PartSlot REFUSAL = new PartSlot(Delta::ofRefusal, Optional.of(Logprobs::ofRefusal));
    static final PartSlot LEGACY_CALL = call(text -> Delta.of(new FunctionCallChunk(null, text)));

    static PartSlot functionCall(int index) {
        return call(text -> Delta.of(new ToolCallChunk(index, null, null, new FunctionCallChunk(null, text), null)));
    }

    static PartSlot customCall(int index) {
        return call(text -> Delta.of(new ToolCallChunk(index, null, null, null, new CustomCallChunk(null, text))));
    }

    private static PartSlot call(Function<String, Delta> more) {
        return new PartSlot(more, Optional.empty());
    }
}
