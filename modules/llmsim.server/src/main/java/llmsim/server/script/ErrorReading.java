package llmsim.server.script;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import llmsim.engine.script.ScriptedError;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.Fields;
import llmsim.server.document.Raw;

/** Reads what a turn or a mock fails with. */
public record ErrorReading(Fields fields) {
    private static final List<String> KINDS = List.of("rate_limit", "timeout", "invalid_request", "other");

    /** The keys that a turn may have, by its kind of error. */
    static String[] keys(Fields fields) {
        return switch (kind(fields).orElse("")) {
            case "rate_limit", "timeout" -> new String[] {"kind"};
            case "invalid_request" -> new String[] {"kind", "message"};
            default -> new String[] {"kind", "message", "status_code"};
        };
    }

    private static Optional<String> kind(Fields fields) {
        return fields.find("kind")
                .flatMap(raw ->
                        raw instanceof Raw.Scalar(var text, var _, var _) ? Optional.of(text) : Optional.empty());
    }

    /** The error of a mapping that says nothing else. */
    public static Optional<? extends ScriptedError> alone(String path, Raw raw, Consumer<ConfigurationError> errors) {
        var fields = Fields.of(path, raw, errors);
        fields.allow(List.of(keys(fields)));
        return new ErrorReading(fields).error();
    }

    Optional<? extends ScriptedError> error() {
        return fields.requireChoice("kind", KINDS).flatMap(this::error);
    }

    private Optional<? extends ScriptedError> error(String kind) {
        return switch (kind) {
            case "rate_limit" -> Optional.of(new ScriptedError.RateLimit());
            case "timeout" -> Optional.of(new ScriptedError.Timeout());
            case "invalid_request" -> fields.requireText("message").map(ScriptedError.InvalidRequest::new);
            default -> {
                var status = fields.integer("status_code", 400, 599).orElse(ScriptedError.Other.USUAL_STATUS);
                yield fields.requireText("message").map(message -> new ScriptedError.Other(message, status));
            }
        };
    }
}
