package llmsim.engine.source;

import java.util.Optional;
import llmsim.api.reply.Decision;
import llmsim.api.spi.LatencyProfile;
import llmsim.engine.configuration.StreamFault;

/**
 * What a source has decided.
 *
 * @param profile the pace of this answer alone; empty for the pace that the request has anyway
 * @param fault how this answer alone is broken; empty for what the request meets anyway
 */
public record Decided(Decision decision, Optional<LatencyProfile> profile, Optional<StreamFault> fault) {
    /** A decision whose answer is not broken in a way of its own. */
    public Decided(Decision decision, Optional<LatencyProfile> profile) {
        this(decision, profile, Optional.empty());
    }

    /** A decision at the usual pace. */
    public static Decided of(Decision decision) {
        return new Decided(decision, Optional.empty());
    }

    /** The same at another pace; at the usual one for none. */
    public Decided at(Optional<LatencyProfile> other) {
        return new Decided(decision, other, fault);
    }

    /** The same, broken. */
    public Decided broken(StreamFault by) {
        return new Decided(decision, profile, Optional.of(by));
    }
}
