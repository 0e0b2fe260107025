package llmsim.server.http;

import java.util.Optional;
import llmsim.api.dialect.Answer;
import llmsim.engine.Incoming;

/**
 * Stands before everything but {@code /health} that belongs to no provider, also before paths that nothing answers. Called
 * by many threads at once.
 */
@FunctionalInterface
public interface SystemGate {
    /** Lets every call through. */
    SystemGate OPEN = _ -> Optional.empty();

    /** The answer to a call that may not go on; empty if it may. */
    Optional<Answer> refusal(Incoming incoming);
}
