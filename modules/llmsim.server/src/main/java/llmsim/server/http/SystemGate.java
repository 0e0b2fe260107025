package llmsim.server.http;

import java.util.Optional;
import llmsim.api.dialect.Answer;
import llmsim.engine.Incoming;

/**
 * Stands before everything that belongs to no provider, also before paths that nothing answers, but not before routes that
 * everybody may call. Called by many threads at once.
 */
@FunctionalInterface
public interface SystemGate {
    /** Lets every call through. */
    SystemGate OPEN = _ -> Optional.empty();

    /** The answer to a call that may not go on; empty if it may. */
    Optional<Answer> refusal(Incoming incoming);
}
