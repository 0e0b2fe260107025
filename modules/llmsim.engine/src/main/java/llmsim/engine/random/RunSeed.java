package llmsim.engine.random;

import java.security.SecureRandom;
import java.util.OptionalLong;

/**
 * The seed that all draws of a run begin with.
 *
 * @param chosen whether the user chose it; otherwise it was drawn at start, and repeating requests vary
 */
public record RunSeed(long value, boolean chosen) {
    /** The user's seed, or one drawn now that is short enough to type. */
    public static RunSeed of(OptionalLong chosen) {
        return chosen.isPresent()
                ? new RunSeed(chosen.getAsLong(), true)
                : new RunSeed(new SecureRandom().nextInt(1, Integer.MAX_VALUE), false);
    }
}
