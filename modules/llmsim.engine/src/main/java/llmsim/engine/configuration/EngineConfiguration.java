package llmsim.engine.configuration;

import java.util.OptionalLong;

/**
 * Everything that an engine takes from its user. Immutable: a request works with one snapshot from beginning to end.
 *
 * @param reasoning whether reasoning that is not shown takes time
 * @param errors how often requests fail on purpose
 * @param seed of the run; empty to draw one at start
 * @param streamFaults what answers meet by chance
 */
public record EngineConfiguration(
        LatencySettings latency,
        ReasoningTime reasoning,
        ResponseSettings response,
        ModelSettings models,
        StoreSettings store,
        ErrorSettings errors,
        LimitSettings limits,
        OptionalLong seed,
        StreamFaults streamFaults) {

    /** What holds when the user says nothing. */
    public static final EngineConfiguration DEFAULT = new EngineConfiguration(
            LatencySettings.BY_MODEL,
            ReasoningTime.INCLUDED,
            ResponseSettings.DEFAULT,
            ModelSettings.DEFAULT,
            StoreSettings.DEFAULT,
            ErrorSettings.NONE,
            LimitSettings.NONE,
            OptionalLong.empty(),
            StreamFaults.NONE);

    /** This configuration with other latency. */
    public EngineConfiguration withLatency(LatencySettings other) {
        return new EngineConfiguration(other, reasoning, response, models, store, errors, limits, seed, streamFaults);
    }

    /** This configuration with another time of reasoning. */
    public EngineConfiguration withReasoning(ReasoningTime other) {
        return new EngineConfiguration(latency, other, response, models, store, errors, limits, seed, streamFaults);
    }

    /** This configuration with another response. */
    public EngineConfiguration withResponse(ResponseSettings other) {
        return new EngineConfiguration(latency, reasoning, other, models, store, errors, limits, seed, streamFaults);
    }

    /** This configuration with other models. */
    public EngineConfiguration withModels(ModelSettings other) {
        return new EngineConfiguration(latency, reasoning, response, other, store, errors, limits, seed, streamFaults);
    }

    /** This configuration with other bounds of the store. */
    public EngineConfiguration withStore(StoreSettings other) {
        return new EngineConfiguration(latency, reasoning, response, models, other, errors, limits, seed, streamFaults);
    }

    /** This configuration with other errors. */
    public EngineConfiguration withErrors(ErrorSettings other) {
        return new EngineConfiguration(latency, reasoning, response, models, store, other, limits, seed, streamFaults);
    }

    /** This configuration with other limits. */
    public EngineConfiguration withLimits(LimitSettings other) {
        return new EngineConfiguration(latency, reasoning, response, models, store, errors, other, seed, streamFaults);
    }

    /** This configuration with a seed. */
    public EngineConfiguration withSeed(long other) {
        return new EngineConfiguration(
                latency, reasoning, response, models, store, errors, limits, OptionalLong.of(other), streamFaults);
    }

    /** This configuration with other faults of streams. */
    public EngineConfiguration withStreamFaults(StreamFaults other) {
        return new EngineConfiguration(latency, reasoning, response, models, store, errors, limits, seed, other);
    }
}
