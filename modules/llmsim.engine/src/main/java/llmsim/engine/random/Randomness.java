package llmsim.engine.random;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import llmsim.api.exchange.Call;
import llmsim.api.prompt.SimRequest;

/** All randomness of a run. Thread-safe. */
public final class Randomness {
    private final RunSeed seed;
    private volatile Occurrences occurrences = new Occurrences();
    private final AtomicLong others = new AtomicLong();

    public Randomness(RunSeed seed) {
        this.seed = seed;
    }

    /** The seed of the run. */
    public RunSeed seed() {
        return seed;
    }

    /** Counts all requests from 0 again. */
    public void forgetOccurrences() {
        occurrences = new Occurrences();
    }

    /** The streams of a request; counts it once more. */
    public Draws admit(SimRequest request, String session) {
        return draws(seed, request.prompt().sampling().seed(), RequestKey.of(request), session);
    }

    /**
     * The streams of a call that asks to be admitted; it is counted when they are asked for.
     *
     * @param own a seed for this call in place of the run's
     */
    public PendingDraws pending(Call call, Optional<SimRequest> request, OptionalLong own) {
        Supplier<RequestKey> key = () -> request.map(RequestKey::of).orElseGet(() -> RequestKey.of(call));
        var bodySeed = request.map(wanted -> wanted.prompt().sampling().seed()).orElseGet(OptionalLong::empty);
        var used = own.isPresent() ? new RunSeed(own.getAsLong(), true) : seed;
        var session = call.caller().session();
        return new PendingDraws(() -> draws(used, bodySeed, key.get(), session));
    }

    private Draws draws(RunSeed used, OptionalLong bodySeed, RequestKey key, String session) {
        return Draws.of(used, bodySeed, key, occurrences.next(session, key.request()));
    }

    /** A stream for something that is no generation, the next of its name in this run. */
    public RandomGenerator other(String name) {
        return new java.util.SplittableRandom(Mix.of(Mix.of(seed.value(), name), others.getAndIncrement()));
    }
}
