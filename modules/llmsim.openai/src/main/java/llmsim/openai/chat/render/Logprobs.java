package llmsim.openai.chat.render;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import llmsim.api.reply.TokenLogprob;
import llmsim.openai.chat.wire.ChoiceLogprobs;
import llmsim.openai.chat.wire.ChoiceLogprobs.ChatCompletionTokenLogprob;
import llmsim.openai.chat.wire.ChoiceLogprobs.TopLogprob;

/** Log probabilities as the provider tells them: each token also as its UTF-8 bytes. */
final class Logprobs {
    private Logprobs() {}

    static ChoiceLogprobs ofContent(List<TokenLogprob> tokens) {
        return new ChoiceLogprobs(wire(tokens), null);
    }

    static ChoiceLogprobs ofRefusal(List<TokenLogprob> tokens) {
        return new ChoiceLogprobs(null, wire(tokens));
    }

    /** Whatever has none is null, but for content if both have none. */
    static ChoiceLogprobs ofBoth(List<TokenLogprob> content, List<TokenLogprob> refusal) {
        return new ChoiceLogprobs(
                content.isEmpty() && !refusal.isEmpty() ? null : wire(content),
                refusal.isEmpty() ? null : wire(refusal));
    }

    private static List<ChatCompletionTokenLogprob> wire(List<TokenLogprob> tokens) {
        return tokens.stream().map(Logprobs::wire).toList();
    }

    private static ChatCompletionTokenLogprob wire(TokenLogprob token) {
        var alternatives = token.alternatives().stream()
                .map(other -> new TopLogprob(other.token(), other.logprob(), bytes(other.token())))
                .toList();
        return new ChatCompletionTokenLogprob(token.token(), token.logprob(), bytes(token.token()), alternatives);
    }

    private static List<Integer> bytes(String token) {
        var bytes = new ArrayList<Integer>();
        for (var octet : token.getBytes(StandardCharsets.UTF_8)) {
            bytes.add(Byte.toUnsignedInt(octet));
        }
        return bytes;
    }
}
