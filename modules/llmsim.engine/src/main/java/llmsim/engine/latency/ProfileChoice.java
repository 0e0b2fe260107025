package llmsim.engine.latency;

import llmsim.api.spi.LatencyProfile;

/** Says which latency profile a request for a model gets. Thread-safe. */
@FunctionalInterface
public interface ProfileChoice {
    /** The profile for a model's name as the client wrote it. */
    LatencyProfile forModel(String model);

    /** The same profile for every model. */
    static ProfileChoice always(LatencyProfile profile) {
        return _ -> profile;
    }
}
