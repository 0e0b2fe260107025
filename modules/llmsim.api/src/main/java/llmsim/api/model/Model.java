package llmsim.api.model;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import llmsim.api.reply.Usage;

/**
 * A model of the catalogue.
 *
 * @param id as clients write it
 * @param name as people write it
 * @param ownedBy the provider, such as {@code openai}
 * @param released the day it came out, where known
 * @param contextWindow most tokens of prompt and completion together; 0 if unknown, then nothing is checked
 * @param maxOutputTokens most completion tokens; 0 if unknown
 * @param input kinds of input it takes: {@code text}, {@code image}, {@code audio}, {@code pdf}, {@code video}
 * @param output kinds of output it makes
 * @param reasoning whether it thinks before it answers
 * @param prices list prices, where known
 */
public record Model(
        String id,
        String name,
        String ownedBy,
        Optional<LocalDate> released,
        int contextWindow,
        int maxOutputTokens,
        Set<String> input,
        Set<String> output,
        boolean reasoning,
        Optional<Prices> prices) {

    public Model {
        input = Set.copyOf(input);
        output = Set.copyOf(output);
    }

    /** Whether images may stand in its prompts. */
    public boolean sees() {
        return input.contains("image");
    }

    /** US dollars for a million tokens. */
    public record Prices(double input, double output, double cacheRead) {
        private static final double NANOS_OF_MILLIONTH = 1_000;

        /** What these tokens cost, in billionths of a US dollar. */
        public long nanodollars(Usage usage) {
            var fresh = usage.promptTokens() - usage.cachedPromptTokens();
            return Math.round(NANOS_OF_MILLIONTH
                    * (fresh * input + usage.cachedPromptTokens() * cacheRead + usage.completionTokens() * output));
        }
    }
}
