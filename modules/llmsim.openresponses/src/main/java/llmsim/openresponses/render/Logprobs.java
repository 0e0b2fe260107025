package llmsim.openresponses.render;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import llmsim.api.reply.TokenLogprob;
import llmsim.openresponses.wire.OutputContent.Logprob;
import llmsim.openresponses.wire.OutputContent.TopLogprob;

/** Log probabilities as the API tells them: each token also as its UTF-8 bytes. */
final class Logprobs {
    private Logprobs() {}

    static List<Logprob> wire(List<TokenLogprob> tokens) {
        return tokens.stream().map(Logprobs::wire).toList();
    }

    private static Logprob wire(TokenLogprob token) {
        var others = token.alternatives().stream()
                .map(other -> new TopLogprob(other.token(), other.logprob(), bytes(other.token())))
                .toList();
        return new Logprob(token.token(), token.logprob(), bytes(token.token()), others);
    }

    private static List<Integer> bytes(String token) {
        var bytes = new ArrayList<Integer>();
        for (var octet : token.getBytes(StandardCharsets.UTF_8)) {
            bytes.add(Byte.toUnsignedInt(octet));
        }
        return bytes;
    }
}
