package llmsim.engine.random;

import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The named streams of one admitted request. What is said hangs on seed and content alone; when it is said, and under
 * which ids, hangs on the request and on how often it came before.
 */
public final class Draws {
    private final long runSeed;
    private final long saidBy;
    private final RequestKey key;
    private final long occurrence;

    private Draws(long runSeed, long saidBy, RequestKey key, long occurrence) {
        this.runSeed = runSeed;
        this.saidBy = saidBy;
        this.key = key;
        this.occurrence = occurrence;
    }

    /**
     * @param seed of the run
     * @param bodySeed the request's own; without a seed of either kind, text varies from occurrence to occurrence
     */
    static Draws of(RunSeed seed, OptionalLong bodySeed, RequestKey key, long occurrence) {
        return new Draws(seed.value(), saidBy(seed, bodySeed, occurrence), key, occurrence);
    }

    private static long saidBy(RunSeed seed, OptionalLong bodySeed, long occurrence) {
        if (!seed.chosen() && bodySeed.isPresent()) {
            // A body seed must mean the same in every run, so a seed that was drawn for the run must not touch it.
            return 0;
        }
        // What was said first is said again when the user sets the seed that was drawn.
        return seed.chosen() || occurrence == 0 ? seed.value() : Mix.of(seed.value(), occurrence);
    }

    /** What a choice says: text, tool calls, reasoning. */
    public RandomGenerator saying(String name, int choice) {
        return new SplittableRandom(Mix.of(Mix.of(Mix.of(saidBy, name), key.content()), choice));
    }

    /** Anything else: ids, gaps, faults. */
    public RandomGenerator happening(String name, int choice) {
        var seed = Mix.of(Mix.of(Mix.of(runSeed, name), key.request()), occurrence);
        return new SplittableRandom(Mix.of(seed, choice));
    }
}
