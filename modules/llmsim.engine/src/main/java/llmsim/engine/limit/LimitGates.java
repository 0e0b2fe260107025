package llmsim.engine.limit;

import java.util.ArrayList;
import java.util.List;
import llmsim.api.time.Clock;
import llmsim.engine.configuration.LimitSettings;
import llmsim.engine.gate.Gate;

/** The gates that limits need. */
public final class LimitGates {
    private LimitGates() {}

    /**
     * The gates of these settings; none for what is not limited. What is spent is looked at first, for it gives nothing
     * back when the others refuse.
     *
     * @param expectedTokens completion tokens reserved for each choice of a request that demands no number
     */
    public static List<Gate> of(LimitSettings settings, Clock clock, long expectedTokens, LimitShare share) {
        var gates = new ArrayList<Gate>();
        settings.maxSpendDollars().ifPresent(most -> gates.add(new Spending(most)));
        var limiter = Limiter.of(settings, clock, expectedTokens, share);
        if (limiter.limited()) {
            gates.add(limiter);
        }
        return gates;
    }
}
