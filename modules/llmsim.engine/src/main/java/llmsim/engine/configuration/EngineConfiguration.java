package llmsim.engine.configuration;

import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Everything that an engine takes from its user. Immutable: a request works with one snapshot from beginning to end.
 *
 * @param latency the usual pace
 * @param timing which profiles models get, and how much faster everything is
 * @param reasoning whether reasoning that is not shown takes time
 * @param capacity how much models can do at once
 * @param errors how often requests fail on purpose
 * @param seed of the run; empty to draw one at start
 * @param streamFaults what answers meet by chance
 */
public record EngineConfiguration(
        LatencySettings latency,
        TimingSettings timing,
        ReasoningTime reasoning,
        ResponseSettings response,
        ModelSettings models,
        StoreSettings store,
        CapacitySettings capacity,
        ErrorSettings errors,
        LimitSettings limits,
        OptionalLong seed,
        StreamFaults streamFaults) {
    /** What holds when the user says nothing. */
    public static final EngineConfiguration DEFAULT = new EngineConfiguration(
            LatencySettings.BY_MODEL,
            TimingSettings.DEFAULT,
            ReasoningTime.INCLUDED,
            ResponseSettings.DEFAULT,
            ModelSettings.DEFAULT,
            StoreSettings.DEFAULT,
            CapacitySettings.UNLIMITED,
            ErrorSettings.NONE,
            LimitSettings.NONE,
            OptionalLong.empty(),
            StreamFaults.NONE);

    /** This configuration with other latency. */
    public EngineConfiguration withLatency(LatencySettings other) {
        return with(draft -> draft.latency = other);
    }

    /** This configuration with other timing. */
    public EngineConfiguration withTiming(TimingSettings other) {
        return with(draft -> draft.timing = other);
    }

    /** This configuration with another time of reasoning. */
    public EngineConfiguration withReasoning(ReasoningTime other) {
        return with(draft -> draft.reasoning = other);
    }

    /** This configuration with another response. */
    public EngineConfiguration withResponse(ResponseSettings other) {
        return with(draft -> draft.response = other);
    }

    /** This configuration with other models. */
    public EngineConfiguration withModels(ModelSettings other) {
        return with(draft -> draft.models = other);
    }

    /** This configuration with other bounds of the store. */
    public EngineConfiguration withStore(StoreSettings other) {
        return with(draft -> draft.store = other);
    }

    /** This configuration with other capacity. */
    public EngineConfiguration withCapacity(CapacitySettings other) {
        return with(draft -> draft.capacity = other);
    }

    /** This configuration with other errors. */
    public EngineConfiguration withErrors(ErrorSettings other) {
        return with(draft -> draft.errors = other);
    }

    /** This configuration with other limits. */
    public EngineConfiguration withLimits(LimitSettings other) {
        return with(draft -> draft.limits = other);
    }

    /** This configuration with a seed. */
    public EngineConfiguration withSeed(long other) {
        return with(draft -> draft.seed = OptionalLong.of(other));
    }

    /** This configuration with other faults of streams. */
    public EngineConfiguration withStreamFaults(StreamFaults other) {
        return with(draft -> draft.streamFaults = other);
    }

    private EngineConfiguration with(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return draft.configuration();
    }

    /** A configuration of which one thing is about to become another. */
    private static final class Draft {
        private LatencySettings latency;
        private TimingSettings timing;
        private ReasoningTime reasoning;
        private ResponseSettings response;
        private ModelSettings models;
        private StoreSettings store;
        private CapacitySettings capacity;
        private ErrorSettings errors;
        private LimitSettings limits;
        private OptionalLong seed;
        private StreamFaults streamFaults;

        Draft(EngineConfiguration present) {
            latency = present.latency;
            timing = present.timing;
            reasoning = present.reasoning;
            response = present.response;
            models = present.models;
            store = present.store;
            capacity = present.capacity;
            errors = present.errors;
            limits = present.limits;
            seed = present.seed;
            streamFaults = present.streamFaults;
        }

        EngineConfiguration configuration() {
            return new EngineConfiguration(
                    latency, timing, reasoning, response, models, store, capacity, errors, limits, seed, streamFaults);
        }
    }
}
