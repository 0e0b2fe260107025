package llmsim.server.script;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import llmsim.api.settings.NearMiss;
import llmsim.engine.configuration.LatencySettings;
import llmsim.engine.configuration.LatencySettings.Custom;
import llmsim.engine.latency.ProfileTable;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.Fields;
import llmsim.server.document.Raw;

/** Reads a latency of a turn's or a mock's own: the keys, bounds and defaults of the configuration's section {@code latency}. */
public record PaceReading(ProfileTable profiles, Consumer<ConfigurationError> errors) {
    private static final List<String> KEYS =
            List.of("profile", "ttft_mean_ms", "ttft_stddev_ms", "tbt_mean_ms", "tbt_stddev_ms");
    private static final double HOUR = Duration.ofHours(1).toMillis();

    /** The pace that a mapping says; {@code path} is how errors name it. */
    public Optional<LatencySettings> pace(String path, Raw raw) {
        var fields = Fields.of(path, raw, errors);
        fields.allow(KEYS);
        if (raw instanceof Raw.Mapping && KEYS.stream().noneMatch(fields::has)) {
            errors.accept(new ConfigurationError(
                    raw.origin(), path + " must have one of the keys " + String.join(", ", KEYS)));
        }
        var custom = custom(fields);
        return fields.has("profile") ? named(fields) : Optional.of(custom);
    }

    private Optional<LatencySettings> named(Fields fields) {
        var name = fields.requireName("profile");
        name.filter(written -> profiles.find(written).isEmpty())
                .ifPresent(written -> errors.accept(new ConfigurationError(
                        fields.find("profile").orElseThrow().origin(),
                        fields.path("profile") + " names no latency profile: '" + written + "'"
                                + NearMiss.hint(written, profiles.names()))));
        return name.map(LatencySettings.Named::new);
    }

    private static Custom custom(Fields fields) {
        var usual = Custom.DEFAULT;
        return new Custom(
                millis(fields, "ttft_mean_ms", usual.ttftMeanMs()),
                millis(fields, "ttft_stddev_ms", usual.ttftStddevMs()),
                millis(fields, "tbt_mean_ms", usual.tbtMeanMs()),
                millis(fields, "tbt_stddev_ms", usual.tbtStddevMs()));
    }

    private static double millis(Fields fields, String name, double usual) {
        return fields.number(name, 0, HOUR, " of ms").orElse(usual);
    }
}
