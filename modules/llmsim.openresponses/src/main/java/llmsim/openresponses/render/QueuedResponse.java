package llmsim.openresponses.render;

import llmsim.api.render.Opening;
import llmsim.openresponses.wire.Response;

/** A response that waits for its turn in the background. */
public final class QueuedResponse {
    static final String STATUS = "queued";

    private QueuedResponse() {}

    /** The response. */
    public static Response of(Opening opening, Requested requested) {
        return new Echo(opening, requested).response(Echo.Stage.begun(STATUS));
    }
}
