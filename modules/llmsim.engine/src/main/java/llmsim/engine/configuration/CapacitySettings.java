package llmsim.engine.configuration;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much the models can do at once. Each model has slots and a queue of its own.
 *
 * @param all what holds for each model that no pattern fits
 * @param models by patterns of models, such as {@code gpt-5*}; of those that fit the most specific holds
 */
public record CapacitySettings(ModelCapacity all, Map<String, ModelCapacity> models) {
    /** No limits. */
    public static final CapacitySettings UNLIMITED = new CapacitySettings(ModelCapacity.UNLIMITED, Map.of());

    public CapacitySettings {
        models = Collections.unmodifiableMap(new LinkedHashMap<>(models));
    }

    /** The same for each model. */
    public static CapacitySettings of(ModelCapacity all) {
        return new CapacitySettings(all, Map.of());
    }
}
