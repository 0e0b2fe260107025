package llmsim.server.match;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import llmsim.engine.match.Condition;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.Fields;
import llmsim.server.document.Raw;
import llmsim.server.document.Scalars;

/** Reads conditions on header fields: {@code NAME: VALUE}, or {@code NAME: {contains: TEXT}}. */
record HeaderReading(Consumer<ConfigurationError> errors) {
    /** What is taken out of a call before anybody sees it. */
    private static final Set<String> CREDENTIALS =
            Set.of("authorization", "proxy-authorization", "cookie", "x-api-key", "api-key", "x-goog-api-key");

    List<Condition> headers(String path, Raw raw) {
        if (!(raw instanceof Raw.Mapping(var entries, var _))) {
            errors.accept(new ConfigurationError(
                    raw.origin(), path + " must be names of header fields with values, not " + raw.kind()));
            return List.of();
        }
        return entries.stream().flatMap(entry -> header(path, entry).stream()).toList();
    }

    private Optional<Condition> header(String path, Raw.Entry entry) {
        var name = entry.name().toLowerCase(Locale.ROOT);
        var at = path + "." + entry.name();
        if (CREDENTIALS.contains(name)) {
            errors.accept(new ConfigurationError(entry.origin(), at + " is a credential, which llmsim does not keep"));
            return Optional.empty();
        }
        if (!(entry.value() instanceof Raw.Mapping)) {
            return new Scalars(at, entry.value(), errors).text().map(value -> new Condition.Header(name, value, true));
        }
        var fields = Fields.of(at, entry.value(), errors);
        fields.allow(List.of("equals", "contains"));
        return fields.has("contains")
                ? fields.text("contains").map(value -> new Condition.Header(name, value, false))
                : fields.requireText("equals").map(value -> new Condition.Header(name, value, true));
    }
}
