package llmsim.openresponses;

import llmsim.api.json.FieldPath;
import llmsim.api.problem.Problem.InvalidField;
import llmsim.api.problem.Violation;
import llmsim.openresponses.render.Requested;

/**
 * When a response can be made in the background.
 *
 * <p>Source: OpenAI's description of 2026-08-21 ("not supported over WebSocket") and its guide to background mode, which
 * says that stateless requests are refused.
 */
final class BackgroundRule {
    private BackgroundRule() {}

    /** Throws the provider's 400 if a request breaks the rule. */
    static void check(Requested requested) {
        if (!requested.inBackground()) {
            return;
        }
        if (requested.overSocket()) {
            throw broken("background", "Background mode is not supported over WebSocket.");
        }
        if (!requested.request().stored()) {
            throw broken("store", "Background mode requires 'store' to be true.");
        }
    }

    private static RuntimeException broken(String field, String sentence) {
        return new InvalidField(FieldPath.of(field), new Violation.Broken(sentence, "")).asException();
    }
}
