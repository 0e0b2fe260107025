package llmsim.api.exchange;

import java.util.Map;

/**
 * Who calls, as far as it matters to rules and state. No secret is in it.
 *
 * @param keyId a short digest of the API key; empty if there was none
 * @param session the name under which cursors and occurrences are counted; empty for the common one
 * @param overrides wishes for this one call from {@code X-LLMSim-*} headers, by lower-case name without the prefix
 */
public record Caller(String keyId, String session, Map<String, String> overrides) {
    /** Nobody in particular. */
    public static final Caller ANONYMOUS = new Caller("", "", Map.of());

    public Caller {
        overrides = Map.copyOf(overrides);
    }
}
