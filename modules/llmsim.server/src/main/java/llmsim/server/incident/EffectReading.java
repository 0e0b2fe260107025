package llmsim.server.incident;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import llmsim.engine.configuration.ErrorSettings;
import llmsim.engine.configuration.StreamFaults;
import llmsim.engine.incident.Effect;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.Fields;
import llmsim.server.document.Raw;
import llmsim.server.document.Scalars;
import llmsim.server.settings.StreamFaultsReader;

/** Reads what an incident does. */
record EffectReading(Consumer<ConfigurationError> errors) {
    private static final int DAY_MILLIS = (int) Duration.ofDays(1).toMillis();

    Effect effect(String path, Raw raw) {
        var fields = Fields.of(path, raw, errors);
        fields.allow(List.of("latency_factor", "errors", "limits_factor", "faults", "outage"));
        var factor = fields.number("latency_factor", 0, 1_000_000, "").orElse(1.0);
        var rates = fields.find("errors").flatMap(value -> rates(fields.path("errors"), value));
        var limits = fields.number("limits_factor", 0, 1_000_000, "").orElse(1.0);
        var faults = fields.find("faults").flatMap(value -> faults(fields.path("faults"), value));
        var outage = fields.find("outage")
                .flatMap(value -> new Scalars(fields.path("outage"), value, errors).flag())
                .orElse(false);
        return new Effect(factor, rates, limits, faults, outage);
    }

    private Optional<StreamFaults> faults(String path, Raw raw) {
        return new StreamFaultsReader()
                .read(
                        raw,
                        wrong -> errors.accept(new ConfigurationError(wrong.origin(), path + ": " + wrong.message())));
    }

    private Optional<ErrorSettings> rates(String path, Raw raw) {
        var fields = Fields.of(path, raw, errors);
        fields.allow(List.of(
                "rate_limit_rate",
                "server_error_rate",
                "timeout_rate",
                "timeout_after_ms",
                "invalid_request_rate",
                "auth_error_rate",
                "overloaded_rate"));
        try {
            return Optional.of(new ErrorSettings(
                    rate(fields, "rate_limit_rate"),
                    rate(fields, "server_error_rate"),
                    rate(fields, "timeout_rate"),
                    fields.integer("timeout_after_ms", 0, DAY_MILLIS)
                            .map(Duration::ofMillis)
                            .orElse(ErrorSettings.USUAL_TIMEOUT),
                    rate(fields, "invalid_request_rate"),
                    rate(fields, "auth_error_rate"),
                    rate(fields, "overloaded_rate")));
        } catch (IllegalArgumentException e) {
            errors.accept(new ConfigurationError(raw.origin(), path + ": " + e.getMessage()));
            return Optional.empty();
        }
    }

    private static double rate(Fields fields, String name) {
        return fields.number(name, 0, 1, "").orElse(0.0);
    }
}
