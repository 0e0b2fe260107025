package llmsim.engine.limit;

import java.util.List;
import llmsim.engine.configuration.RateLimit;

/**
 * The limits that hold for some models.
 *
 * @param number tells plans of one {@link Layer} apart
 */
record Plan(int number, List<Scale> scales) {
    Plan {
        scales = List.copyOf(scales);
    }

    static Plan of(int number, List<RateLimit> limits) {
        return new Plan(number, limits.stream().map(Scale::of).toList());
    }
}
