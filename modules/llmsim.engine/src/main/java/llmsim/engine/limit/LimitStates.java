package llmsim.engine.limit;

import java.util.EnumMap;
import java.util.Map;
import llmsim.api.exchange.LimitState;
import llmsim.api.problem.Quantity;

/** What headers tell, of what is known. */
final class LimitStates {
    private LimitStates() {}

    static LimitState of(Map<Quantity, Standing> told) {
        if (told.isEmpty()) {
            return LimitState.NONE;
        }
        var windows = new EnumMap<Quantity, LimitState.Window>(Quantity.class);
        told.forEach((quantity, standing) -> windows.put(quantity, standing.window()));
        return new LimitState(windows);
    }
}
