package llmsim.engine.limit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import llmsim.api.exchange.Caller;
import llmsim.api.exchange.LimitState;
import llmsim.api.problem.Quantity;
import llmsim.api.reply.Usage;
import llmsim.api.time.Clock;
import llmsim.engine.configuration.LimitSettings;
import llmsim.engine.gate.Admission;
import llmsim.engine.gate.Gate;
import llmsim.engine.gate.Verdict;

/**
 * The rate limits: a request takes of all buckets that it needs, or of none. Locks are held for a look at a few numbers;
 * those of one layer are always taken before those of the next. Thread-safe.
 */
public final class Limiter implements Gate {
    /** Pools of each layer that have a place of their own. */
    static final int PLACES = 100_000;

    private final List<Layer> layers;
    private final Clock clock;
    private final long start;
    private final long expectedTokens;

    Limiter(List<Layer> layers, Clock clock, long expectedTokens) {
        this(layers, clock, clock.nanoTime(), expectedTokens);
    }

    private Limiter(List<Layer> layers, Clock clock, long start, long expectedTokens) {
        this.layers =
                layers.stream().filter(layer -> layer.families().limited()).toList();
        this.clock = clock;
        this.start = start;
        this.expectedTokens = expectedTokens;
    }

    /**
     * The limits of these settings, with nothing taken.
     *
     * @param expectedTokens completion tokens reserved for each choice of a request that demands no number
     */
    public static Limiter of(LimitSettings settings, Clock clock, long expectedTokens) {
        var each = new Layer(settings.per(), Families.of(settings), new Pools(PLACES));
        var all = new Layer(Set.of(), Families.same(settings.all()), new Pools(1));
        return new Limiter(List.of(each, all), clock, expectedTokens);
    }

    /** The same limits with all that was taken, where other things are expected. */
    Limiter with(long tokens) {
        return new Limiter(layers, clock, start, tokens);
    }

    @Override
    public boolean limited() {
        return !layers.isEmpty();
    }

    @Override
    public Verdict check(Admission admission) {
        var model = admission.model();
        if (model.isEmpty()) {
            return Verdict.PASS;
        }
        var caller = admission.call().caller();
        var now = now();
        var pools = new ArrayList<Pool>(layers.size());
        try {
            for (var layer : layers) {
                layer.enter(caller, model, now).ifPresent(pools::add);
            }
            return admit(pools, demand(admission), model, admission.limitShare(), now);
        } finally {
            for (var pool : pools) {
                pool.leave();
            }
        }
    }

    private Verdict admit(List<Pool> pools, Demand demand, String model, double share, long now) {
        Optional<Shortage> worst = Optional.empty();
        for (var pool : pools) {
            worst = Shortage.worse(worst, pool.shortage(demand, share, now));
        }
        if (worst.isPresent()) {
            return Verdict.refuse(worst.get().problem(model));
        }
        var taken = new ArrayList<Reservation>(pools.size());
        for (var pool : pools) {
            taken.add(pool.take(demand, share, now));
        }
        return taken.isEmpty() ? Verdict.PASS : new Verdict.Pass(usage -> settle(taken, usage));
    }

    private void settle(List<Reservation> taken, Usage usage) {
        var used = Demand.used(usage);
        for (var reservation : taken) {
            reservation.settle(used, now());
        }
    }

    private Demand demand(Admission admission) {
        var output = admission
                .request()
                .map(request -> tokens(admission.demandedTokens(), request.choices()))
                .orElse(0L);
        return Demand.asked(admission.promptTokens(), output);
    }

    private long tokens(long demanded, int choices) {
        var each = demanded > 0 ? demanded : expectedTokens;
        return each > Long.MAX_VALUE / choices ? Long.MAX_VALUE : each * choices;
    }

    @Override
    public LimitState limits(Caller caller, String model, double share) {
        var told = new EnumMap<Quantity, Standing>(Quantity.class);
        var now = now();
        for (var layer : layers) {
            layer.look(caller, model, now).ifPresent(pool -> look(pool, share, now, told));
        }
        return LimitStates.of(told);
    }

    private static void look(Pool pool, double share, long now, Map<Quantity, Standing> told) {
        try {
            tell(pool, share, now, told);
        } finally {
            pool.leave();
        }
    }

    private static void tell(Pool pool, double share, long now, Map<Quantity, Standing> told) {
        for (var bucket : pool.buckets()) {
            var standing = Standing.of(bucket, share, now);
            told.merge(standing.rate().quantity(), standing, Standing::orRather);
        }
    }

    private long now() {
        return clock.nanoTime() - start;
    }
}
