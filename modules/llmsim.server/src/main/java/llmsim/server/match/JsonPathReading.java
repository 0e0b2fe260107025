package llmsim.server.match;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import llmsim.engine.match.Condition;
import llmsim.engine.match.Condition.Expected;
import llmsim.engine.match.JsonPath;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.Fields;
import llmsim.server.document.JsonValues;
import llmsim.server.document.Raw;
import llmsim.server.document.Scalars;

/** Reads a condition on the body: a path alone, or {@code {expr: PATH, equals: VALUE}}, or {@code exists}. */
record JsonPathReading(Consumer<ConfigurationError> errors) {

    Optional<Condition> condition(String path, Raw raw) {
        if (!(raw instanceof Raw.Mapping)) {
            return expression(path, raw).map(expr -> new Condition.Json(expr, new Expected.Present(true)));
        }
        var fields = Fields.of(path, raw, errors);
        fields.allow(List.of("expr", "equals", "exists"));
        if (fields.has("equals") && fields.has("exists")) {
            errors.accept(new ConfigurationError(raw.origin(), path + " must have 'equals' or 'exists', not both"));
        }
        var expected = fields.find("equals")
                .<Expected>map(value -> new Expected.Value(JsonValues.of(value, errors)))
                .orElseGet(() -> new Expected.Present(exists(fields)));
        return fields.require("expr")
                .flatMap(expr -> expression(fields.path("expr"), expr))
                .map(expr -> new Condition.Json(expr, expected));
    }

    private boolean exists(Fields fields) {
        return fields.find("exists")
                .flatMap(value -> new Scalars(fields.path("exists"), value, errors).flag())
                .orElse(true);
    }

    private Optional<JsonPath> expression(String path, Raw raw) {
        return new Scalars(path, raw, errors).text().flatMap(written -> {
            try {
                return Optional.of(JsonPath.of(written));
            } catch (IllegalArgumentException wrong) {
                errors.accept(new ConfigurationError(raw.origin(), path + ": " + wrong.getMessage()));
                return Optional.empty();
            }
        });
    }
}
