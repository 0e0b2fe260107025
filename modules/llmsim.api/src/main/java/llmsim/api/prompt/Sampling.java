package llmsim.api.prompt;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * How the client wants tokens to be drawn; a field it left out is empty.
 *
 * @param temperature 0 to 2
 * @param topP 0 to 1
 * @param topK at least 1
 * @param presencePenalty -2 to 2
 * @param frequencyPenalty -2 to 2
 * @param seed the body's seed: equal prompts with equal seeds get equal answers, run by run
 */
public record Sampling(
        OptionalDouble temperature,
        OptionalDouble topP,
        OptionalInt topK,
        OptionalDouble presencePenalty,
        OptionalDouble frequencyPenalty,
        OptionalLong seed) {

    /** Nothing asked for. */
    public static final Sampling DEFAULT = new Sampling(
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalInt.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalLong.empty());

    /** The same with this seed. */
    public Sampling withSeed(long value) {
        return new Sampling(temperature, topP, topK, presencePenalty, frequencyPenalty, OptionalLong.of(value));
    }
}
