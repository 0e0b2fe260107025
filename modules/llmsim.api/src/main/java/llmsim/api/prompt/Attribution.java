package llmsim.api.prompt;

import java.util.Map;
import java.util.Optional;

/** What the client notes on a request for its own books; it changes no answer. */
public record Attribution(Optional<String> user, Map<String, String> metadata) {
    /** Nothing noted. */
    public static final Attribution NONE = new Attribution(Optional.empty(), Map.of());

    public Attribution {
        metadata = Map.copyOf(metadata);
    }
}
