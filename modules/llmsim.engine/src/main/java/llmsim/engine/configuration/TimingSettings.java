package llmsim.engine.configuration;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What holds for the pace of all requests.
 *
 * @param models names of latency profiles by patterns of models, such as {@code gpt-5*}; of those that fit the most
 *     specific wins, and any wins over the profile that the model has by itself
 * @param speed 2 is twice as fast; 0.001 to 1000
 */
public record TimingSettings(Map<String, String> models, double speed) {
    /** Each model by itself, at its own speed. */
    public static final TimingSettings DEFAULT = new TimingSettings(Map.of(), 1);

    private static final double EXTREME = 1000;

    public TimingSettings {
        models = Collections.unmodifiableMap(new LinkedHashMap<>(models));
        if (!(speed >= 1 / EXTREME && speed <= EXTREME)) {
            throw new IllegalArgumentException("speed must be 0.001 to 1000, not " + speed);
        }
    }

    /** The same at another speed. */
    public TimingSettings withSpeed(double other) {
        return new TimingSettings(models, other);
    }

    /** The same with a profile for models of a pattern. */
    public TimingSettings withModels(String pattern, String profile) {
        var more = new LinkedHashMap<>(models);
        more.put(pattern, profile);
        return new TimingSettings(more, speed);
    }
}
