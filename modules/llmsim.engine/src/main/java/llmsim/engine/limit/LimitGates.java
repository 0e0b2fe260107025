package llmsim.engine.limit;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import llmsim.api.time.Clock;
import llmsim.engine.configuration.LimitSettings;
import llmsim.engine.gate.Gate;

/**
 * The gates that limits need, with what was taken and spent. Thread-safe.
 *
 * @param spending looked at first, for it gives nothing back when the limiter refuses; empty if any amount may be spent
 */
public record LimitGates(LimitSettings settings, Optional<Spending> spending, Limiter limiter) {
    /**
     * The gates of these settings, with nothing taken.
     *
     * @param expectedTokens completion tokens reserved for each choice of a request that demands no number
     */
    public static LimitGates of(LimitSettings settings, Clock clock, long expectedTokens) {
        return new LimitGates(
                settings,
                spending(settings.maxSpendDollars(), Optional.empty()),
                Limiter.of(settings, clock, expectedTokens));
    }

    /** The gates of other settings: what was spent stays, and what was taken, where the rates are the same. */
    public LimitGates become(LimitSettings other, Clock clock, long expectedTokens) {
        var rates =
                settings.hasRatesOf(other) ? limiter.with(expectedTokens) : Limiter.of(other, clock, expectedTokens);
        return new LimitGates(other, spending(other.maxSpendDollars(), spending), rates);
    }

    private static Optional<Spending> spending(OptionalDouble most, Optional<Spending> present) {
        return most.isEmpty()
                ? Optional.empty()
                : Optional.of(present.map(spent -> spent.with(most.getAsDouble()))
                        .orElseGet(() -> new Spending(most.getAsDouble())));
    }

    /** In their order; none for what is not limited. */
    public List<Gate> gates() {
        return Stream.concat(spending.stream(), Stream.of(limiter).filter(Limiter::limited))
                .<Gate>map(gate -> gate)
                .toList();
    }
}
