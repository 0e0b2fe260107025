package llmsim.api.spi;

import java.util.random.RandomGenerator;
import llmsim.api.token.Encoding;

/** What a generator may use to answer one choice. Not thread-safe. */
public interface GenerationContext {
    /** Index of the choice, from 0. */
    int choice();

    /** How many visible tokens the user wants answers to have. */
    int targetTokens();

    /** The token vocabulary of the model. */
    Encoding encoding();

    /** The only source of randomness; its draws depend on seed, prompt and choice alone. */
    RandomGenerator random();
}
