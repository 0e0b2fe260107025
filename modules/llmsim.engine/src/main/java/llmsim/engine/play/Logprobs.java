package llmsim.engine.play;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import llmsim.api.reply.TokenLogprob;
import llmsim.api.reply.TokenLogprob.Alternative;
import llmsim.api.token.TokenSplit;

/**
 * Makes up log probabilities: the token said is the most probable one, the alternatives share what it leaves, each with
 * less than the one before. All probabilities of a token together stay below 1.
 */
final class Logprobs {
    private static final List<String> OTHERS = List.of(
            " the", " a", ",", ".", " and", " of", " to", " in", " is", " that", " it", " for", " as", " with", " on",
            " this", " be", " are", " by", "\n", " or", " an");

    private final OptionalInt top;
    private final RandomGenerator random;

    Logprobs(OptionalInt top, RandomGenerator random) {
        this.top = top;
        this.random = random;
    }

    /** For answers to which nobody wants any. */
    static Logprobs none() {
        return new Logprobs(OptionalInt.empty(), () -> 0);
    }

    /** One for each piece from {@code from} up to {@code to}, or none if none were asked for. */
    List<TokenLogprob> of(TokenSplit split, int from, int to) {
        return top.isEmpty()
                ? List.of()
                : IntStream.range(from, to)
                        .mapToObj(piece -> of(split.piece(piece)))
                        .toList();
    }

    private TokenLogprob of(String token) {
        var probability = 0.5 + 0.4999 * random.nextDouble();
        var alternatives = new ArrayList<Alternative>();
        if (top.getAsInt() > 0) {
            alternatives.add(new Alternative(token, Math.log(probability)));
        }
        var rest = 1 - probability;
        var offset = random.nextInt(OTHERS.size());
        for (var i = 0; alternatives.size() < top.getAsInt(); i++) {
            var other = OTHERS.get((offset + i) % OTHERS.size());
            if (!other.equals(token)) {
                rest /= 2;
                alternatives.add(new Alternative(other, Math.log(rest)));
            }
        }
        return new TokenLogprob(token, Math.log(probability), alternatives);
    }
}
