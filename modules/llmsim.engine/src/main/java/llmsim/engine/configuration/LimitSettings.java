package llmsim.engine.configuration;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * How many requests and tokens are admitted. Of several limits on the same quantity and period that could hold for a
 * model, the one of {@code models} wins, then that of {@code usual}, then that of the tiers.
 *
 * @param tiers names of presets, such as {@code openai-tier-1}
 * @param per who has limits of his own: each key, each model, each pair of them; all together if empty
 * @param usual limits of every model
 * @param models limits by pattern of model names, such as {@code gpt-5*}; all models that fit one share its limits
 * @param all limits of all requests together, beside the others
 * @param maxSpendDollars what each key may spend at list prices, in US dollars; empty for any amount
 */
public record LimitSettings(
        List<String> tiers,
        Set<LimitScope> per,
        List<RateLimit> usual,
        Map<String, List<RateLimit>> models,
        List<RateLimit> all,
        OptionalDouble maxSpendDollars) {

    /** Each key has limits of its own for each model. */
    public static final Set<LimitScope> USUAL_SCOPE = Set.of(LimitScope.KEY, LimitScope.MODEL);

    /** No limits. */
    public static final LimitSettings NONE = of(List.of());

    public LimitSettings {
        tiers = List.copyOf(tiers);
        per = Set.copyOf(per);
        usual = List.copyOf(usual);
        models = Collections.unmodifiableMap(new LinkedHashMap<>(models));
        all = List.copyOf(all);
        if (maxSpendDollars.orElse(0) < 0 || !Double.isFinite(maxSpendDollars.orElse(0))) {
            throw new IllegalArgumentException("maxSpendDollars must be at least 0, not " + maxSpendDollars);
        }
    }

    /** These limits for every key and model. */
    public static LimitSettings of(List<RateLimit> usual) {
        return new LimitSettings(List.of(), USUAL_SCOPE, usual, Map.of(), List.of(), OptionalDouble.empty());
    }

    /** The limits of a tier. */
    public static LimitSettings tier(String name) {
        return new LimitSettings(List.of(name), USUAL_SCOPE, List.of(), Map.of(), List.of(), OptionalDouble.empty());
    }

    /** Whether the rates are those of others; what may be spent does not matter. */
    public boolean hasRatesOf(LimitSettings other) {
        return tiers.equals(other.tiers)
                && per.equals(other.per)
                && usual.equals(other.usual)
                && models.equals(other.models)
                && all.equals(other.all);
    }
}
