package llmsim.testkit.contract;

import java.util.random.RandomGenerator;
import llmsim.engine.random.Randomness;
import llmsim.engine.random.RunSeed;

/** Draws for tests: the same again for the same seed. */
final class Chance {
    private Chance() {}

    static RandomGenerator of(long seed) {
        return new Randomness(new RunSeed(seed, true)).other("contract");
    }
}
