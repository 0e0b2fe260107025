package llmsim.engine.generate;

import java.util.random.RandomGenerator;
import llmsim.api.spi.GenerationContext;
import llmsim.api.token.Encoding;

/** A context of given values, to ask a generator without a simulator. */
public record PlainContext(int choice, int targetTokens, Encoding encoding, RandomGenerator random)
        implements GenerationContext {}
