package llmsim.engine;

import java.io.IOException;
import java.net.URI;
import llmsim.api.exchange.Call;
import llmsim.api.problem.Category;
import llmsim.api.problem.Problem;

/** Passes a call on to a real provider. Called by many threads at once. */
@FunctionalInterface
public interface Forwarder {
    /** Reaches nobody: every call that is to be forwarded is answered with the provider's own "unavailable". */
    Forwarder NONE = (upstream, _, _) -> {
        throw Problem.Stated.of(Category.UNAVAILABLE, "There is no way to " + upstream + " from here")
                .asException();
    };

    /** Writes the provider's answer to the outlet as it comes. */
    void forward(URI upstream, Call call, Outlet outlet) throws IOException;
}
