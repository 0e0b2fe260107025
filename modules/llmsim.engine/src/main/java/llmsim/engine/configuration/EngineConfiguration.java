package llmsim.engine.configuration;

import java.util.OptionalLong;

/**
 * Everything that an engine takes from its user. Immutable: a request works with one snapshot from beginning to end.
 *
 * @param seed of the run; empty to draw one at start
 */
public record EngineConfiguration(
        LatencySettings latency,
        ResponseSettings response,
        ModelSettings models,
        StoreSettings store,
        OptionalLong seed) {

    /** What holds when the user says nothing. */
    public static final EngineConfiguration DEFAULT = new EngineConfiguration(
            LatencySettings.BY_MODEL,
            ResponseSettings.DEFAULT,
            ModelSettings.DEFAULT,
            StoreSettings.DEFAULT,
            OptionalLong.empty());

    /** This configuration with other latency. */
    public EngineConfiguration withLatency(LatencySettings other) {
        return new EngineConfiguration(other, response, models, store, seed);
    }

    /** This configuration with another response. */
    public EngineConfiguration withResponse(ResponseSettings other) {
        return new EngineConfiguration(latency, other, models, store, seed);
    }

    /** This configuration with other models. */
    public EngineConfiguration withModels(ModelSettings other) {
        return new EngineConfiguration(latency, response, other, store, seed);
    }

    /** This configuration with other bounds of the store. */
    public EngineConfiguration withStore(StoreSettings other) {
        return new EngineConfiguration(latency, response, models, other, seed);
    }

    /** This configuration with a seed. */
    public EngineConfiguration withSeed(long other) {
        return new EngineConfiguration(latency, response, models, store, OptionalLong.of(other));
    }
}
