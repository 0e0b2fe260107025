package llmsim.server.document;

import java.util.List;
import java.util.stream.Collectors;

/** The configuration is wrong. The message has a line for each error, in the order of their places. */
public final class ConfigurationException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<ConfigurationError> errors;

    public ConfigurationException(List<ConfigurationError> errors) {
        super(errors.stream().map(ConfigurationError::text).collect(Collectors.joining("\n")));
        this.errors = List.copyOf(errors);
    }

    /** All that is wrong; at least one. */
    public List<ConfigurationError> errors() {
        return errors;
    }
}
