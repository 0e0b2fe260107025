package llmsim.engine.random;

import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import llmsim.api.prompt.SimRequest;

/** All randomness of a run. Thread-safe. */
public final class Randomness {
    private final RunSeed seed;
    private final Occurrences occurrences = new Occurrences();
    private final AtomicLong others = new AtomicLong();

    public Randomness(RunSeed seed) {
        this.seed = seed;
    }

    /** The seed of the run. */
    public RunSeed seed() {
        return seed;
    }

    /** The streams of a request; counts it as admitted once more. */
    public Draws admit(SimRequest request, String session) {
        var key = RequestKey.of(request);
        return Draws.of(seed, request.prompt().sampling().seed(), key, occurrences.next(session, key.request()));
    }

    /** A stream for something that is no generation, the next of its name in this run. */
    public RandomGenerator other(String name) {
        return new java.util.SplittableRandom(Mix.of(Mix.of(seed.value(), name), others.getAndIncrement()));
    }
}
