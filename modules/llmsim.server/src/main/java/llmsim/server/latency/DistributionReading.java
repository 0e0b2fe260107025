package llmsim.server.latency;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import llmsim.engine.latency.Distribution;
import llmsim.engine.latency.Lognormal;
import llmsim.engine.latency.Normal;
import llmsim.engine.latency.Percentiles;
import llmsim.engine.latency.Samples;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.Fields;
import llmsim.server.document.Raw;
import llmsim.server.document.Scalars;

/**
 * Reads a distribution: one number, or keys that say which it is.
 *
 * @param most the greatest number that may be said
 * @param unit behind "a number", such as {@code of ms}
 */
record DistributionReading(double most, String unit, Consumer<ConfigurationError> errors) {
    private static final double HOUR = Duration.ofHours(1).toMillis();
    private static final double TOKENS = 10_000;

    static DistributionReading ofTimes(Consumer<ConfigurationError> errors) {
        return new DistributionReading(HOUR, " of ms", errors);
    }

    static DistributionReading ofTokens(Consumer<ConfigurationError> errors) {
        return new DistributionReading(TOKENS, " of tokens", errors);
    }

    /** The distribution; empty only if errors were told. */
    Optional<Distribution> read(String path, Raw raw) {
        return raw instanceof Raw.Scalar
                ? new Scalars(path, raw, errors).number(0, most, unit).map(Distribution::constant)
                : keys(path, Fields.of(path, raw, errors));
    }

    private Optional<Distribution> keys(String path, Fields fields) {
        if (fields.has("samples")) {
            fields.allow(List.of("samples"));
            return fields.find("samples").flatMap(raw -> samples(fields.path("samples"), raw));
        }
        if (fields.has("lognormal")) {
            fields.allow(List.of("lognormal"));
            return fields.find("lognormal").flatMap(raw -> lognormal(fields.path("lognormal"), raw));
        }
        if (fields.has("mean")) {
            fields.allow(List.of("mean", "stddev"));
            var stddev = number(fields, "stddev").orElse(0.0);
            return number(fields, "mean").map(mean -> new Normal(mean, stddev));
        }
        if (fields.has("p50") || fields.has("p90") || fields.has("p99")) {
            return percentiles(path, fields);
        }
        return wrong(path, fields);
    }

    private Optional<Distribution> percentiles(String path, Fields fields) {
        fields.allow(List.of("p50", "p90", "p99"));
        var p50 = required(fields, "p50");
        var p90 = required(fields, "p90");
        var p99 = required(fields, "p99");
        return p50.isEmpty() || p90.isEmpty() || p99.isEmpty()
                ? Optional.empty()
                : made(path, fields, () -> new Percentiles(p50.get(), p90.get(), p99.get()));
    }

    private Optional<Distribution> lognormal(String path, Raw raw) {
        var fields = Fields.of(path, raw, errors);
        if (!(raw instanceof Raw.Mapping)) {
            return Optional.empty();
        }
        if (fields.has("median")) {
            fields.allow(List.of("median", "sigma"));
            fields.require("sigma");
            var sigma = fields.number("sigma", 0, 10, "");
            return number(fields, "median")
                    .flatMap(median -> sigma.flatMap(wide -> made(path, fields, () -> new Lognormal(median, wide))));
        }
        fields.allow(List.of("mean", "stddev"));
        var stddev = required(fields, "stddev");
        return required(fields, "mean")
                .flatMap(mean -> stddev.flatMap(wide -> made(path, fields, () -> Lognormal.ofMean(mean, wide))));
    }

    private Optional<Distribution> samples(String path, Raw raw) {
        var values = new SampleReading(path, most, unit, errors).read(raw);
        return values.isEmpty() ? Optional.empty() : Optional.of(Samples.of(values));
    }

    private Optional<Double> required(Fields fields, String key) {
        fields.require(key);
        return number(fields, key);
    }

    private Optional<Double> number(Fields fields, String key) {
        return fields.number(key, 0, most, unit);
    }

    private Optional<Distribution> made(String path, Fields fields, Supplier<Distribution> making) {
        try {
            return Optional.of(making.get());
        } catch (IllegalArgumentException e) {
            errors.accept(new ConfigurationError(fields.origin(), path + ": " + e.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<Distribution> wrong(String path, Fields fields) {
        errors.accept(new ConfigurationError(
                fields.origin(),
                path + " must be a number" + unit
                        + ", or have the keys mean and stddev, or p50, p90 and p99, or lognormal, or samples"));
        return Optional.empty();
    }
}
