package llmsim.engine.source;

import java.util.Optional;
import llmsim.api.reply.Decision;
import llmsim.api.spi.LatencyProfile;

/**
 * What a source has decided.
 *
 * @param profile the pace of this answer alone; empty for the pace that the request has anyway
 */
public record Decided(Decision decision, Optional<LatencyProfile> profile) {
    /** A decision at the usual pace. */
    public static Decided of(Decision decision) {
        return new Decided(decision, Optional.empty());
    }
}
