package llmsim.openresponses.render;

import java.util.List;
import java.util.Optional;
import llmsim.api.render.Opening;
import llmsim.openresponses.wire.Response;

/** A response that was only begun: it is complete, and says nothing. */
public final class WarmUp {
    private WarmUp() {}

    /** The response. */
    public static Response response(Opening opening, Requested requested) {
        var stage = new Echo.Stage("completed", List.of(), Optional.of(opening.prompt()), null, null);
        return new Echo(opening, requested).response(stage);
    }
}
