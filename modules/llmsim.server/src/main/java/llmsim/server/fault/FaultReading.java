package llmsim.server.fault;

import java.util.Optional;
import java.util.function.Consumer;
import llmsim.engine.configuration.StreamFault;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.Fields;

/** Reads the short text of a fault, such as {@code reset@12}. */
public record FaultReading(Consumer<ConfigurationError> errors) {

    /** The fault of a key, if it is there. */
    public Optional<StreamFault> fault(String key, Fields fields) {
        var written = fields.text(key);
        try {
            return written.map(StreamFault::parse);
        } catch (IllegalArgumentException wrong) {
            errors.accept(new ConfigurationError(
                    fields.find(key).orElseThrow().origin(), fields.path(key) + ": " + wrong.getMessage()));
            return Optional.empty();
        }
    }
}
