package llmsim.engine.limit;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import llmsim.api.problem.Category;
import llmsim.api.problem.Problem;
import llmsim.engine.gate.Admission;
import llmsim.engine.gate.Gate;
import llmsim.engine.gate.Verdict;
import llmsim.engine.random.Mix;

/**
 * The spend cap: who has spent it is refused for good. What a request costs is known when it has ended, so those that
 * are under way can go beyond it, as with a provider. A model without a list price costs nothing. The first keys are
 * counted each by itself, later ones share counters, so that none of them spends more. Thread-safe.
 */
public final class Spending implements Gate {
    static final int KEYS = 100_000;
    private static final int SHARED = 1 << 12;
    private static final Verdict SPENT = Verdict.refuse(Problem.Stated.of(Category.QUOTA, ""));

    private final long most;
    private final ConcurrentHashMap<Long, AtomicLong> spent;
    private final AtomicLongArray shared;
    private final AtomicInteger places;

    /**
     * Nothing spent yet.
     *
     * @param mostDollars what each key may spend, in US dollars
     */
    public Spending(double mostDollars) {
        this(mostDollars, new ConcurrentHashMap<>(), new AtomicLongArray(SHARED), new AtomicInteger(KEYS));
    }

    private Spending(
            double mostDollars,
            ConcurrentHashMap<Long, AtomicLong> spent,
            AtomicLongArray shared,
            AtomicInteger places) {
        this.most = Math.round(mostDollars * 1e9);
        this.spent = spent;
        this.shared = shared;
        this.places = places;
    }

    /** Another cap over what was spent so far. */
    Spending with(double mostDollars) {
        return new Spending(mostDollars, spent, shared, places);
    }

    @Override
    public Verdict check(Admission admission) {
        if (admission.model().isEmpty()) {
            return Verdict.PASS;
        }
        var key = Mix.of(1, admission.call().caller().keyId());
        if (spent(key) >= most) {
            return SPENT;
        }
        var prices = admission.known().flatMap(model -> model.prices());
        return prices.isEmpty()
                ? Verdict.PASS
                : new Verdict.Pass(usage -> add(key, prices.get().nanodollars(usage)));
    }

    private long spent(long key) {
        return Optional.ofNullable(spent.get(key)).map(AtomicLong::get).orElseGet(() -> shared.get(slot(key)));
    }

    private void add(long key, long cost) {
        var own = spent.computeIfAbsent(key, _ -> takePlace() ? new AtomicLong() : null);
        if (own == null) {
            shared.addAndGet(slot(key), cost);
        } else {
            own.addAndGet(cost);
        }
    }

    // Once there is no place there never is one again, so a key stays where it was first counted.
    private boolean takePlace() {
        return places.get() > 0 && places.getAndDecrement() > 0;
    }

    private static int slot(long key) {
        return (int) (key & (SHARED - 1));
    }
}
