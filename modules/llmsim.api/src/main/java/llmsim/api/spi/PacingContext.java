package llmsim.api.spi;

import java.util.random.RandomGenerator;

/**
 * What a profile may use to pace one choice.
 *
 * @param model as the client wrote it
 * @param promptTokens tokens of the prompt
 * @param cachedPromptTokens of these, read from a prompt cache
 * @param load what else is going on, live
 * @param random the only source of randomness
 */
public record PacingContext(
        String model, long promptTokens, long cachedPromptTokens, Load load, RandomGenerator random) {

    /** A live view of how busy the simulated provider is. Thread-safe. */
    public interface Load {
        /** Nothing else is going on. */
        Load IDLE = () -> 0;

        /** Exchanges that are admitted and not over. */
        int activeExchanges();

        /** Slots that the model has; 0 if it has no such limit. */
        default int slots() {
            return 0;
        }

        /** Of these, taken; 0 where there is no limit. */
        default int slotsInUse() {
            return 0;
        }
    }
}
