package llmsim.engine.random;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import llmsim.api.exchange.Call;
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

    /** The streams of a request; counts it once more. */
    public Draws admit(SimRequest request, String session) {
        return draws(RequestKey.of(request), request.prompt().sampling().seed(), session);
    }

    /** The streams of a call that asks to be admitted; it is counted when they are asked for. */
    public PendingDraws pending(Call call, Optional<SimRequest> request) {
        var session = call.caller().session();
        return new PendingDraws(() -> request.map(wanted -> admit(wanted, session))
                .orElseGet(() -> draws(RequestKey.of(call), OptionalLong.empty(), session)));
    }

    private Draws draws(RequestKey key, OptionalLong bodySeed, String session) {
        return Draws.of(seed, bodySeed, key, occurrences.next(session, key.request()));
    }

    /** A stream for something that is no generation, the next of its name in this run. */
    public RandomGenerator other(String name) {
        return new java.util.SplittableRandom(Mix.of(Mix.of(seed.value(), name), others.getAndIncrement()));
    }
}
