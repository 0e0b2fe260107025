package llmsim.server.latency;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import llmsim.api.settings.NearMiss;
import llmsim.api.spi.LatencyProfile;
import llmsim.engine.latency.Bundled;
import llmsim.engine.latency.Correlated;
import llmsim.engine.latency.Derived;
import llmsim.engine.latency.Distribution;
import llmsim.engine.latency.DrawnProfile;
import llmsim.engine.latency.Pausing;
import llmsim.engine.latency.Prefilled;
import llmsim.engine.latency.ProfileTable;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.Fields;
import llmsim.server.document.Raw;

/**
 * Reads a latency profile.
 *
 * @param known those that it may be based on
 */
record ProfileReading(ProfileTable known, Consumer<ConfigurationError> errors) {
    private static final List<String> KEYS =
            List.of("base", "ttft", "tbt", "prefill_tokens_per_second", "stream_stddev", "tokens_per_event", "pauses");

    /** The profile; empty only if errors were told. */
    Optional<LatencyProfile> profile(String path, String name, Raw raw) {
        var fields = Fields.of(path, raw, errors);
        fields.allow(KEYS);
        return plain(fields, name)
                .map(profile -> correlated(fields, profile))
                .map(profile -> bundled(fields, profile))
                .map(profile -> pausing(fields, profile))
                .map(profile -> prefilled(fields, profile));
    }

    private Optional<LatencyProfile> plain(Fields fields, String name) {
        if (fields.has("base")) {
            var ttft = times(fields, "ttft");
            var tbt = times(fields, "tbt");
            return base(fields).map(base -> new Derived(name, base, ttft, tbt));
        }
        fields.require("ttft");
        fields.require("tbt");
        var tbt = times(fields, "tbt");
        return times(fields, "ttft").flatMap(first -> tbt.map(gap -> new DrawnProfile(name, first, gap)));
    }

    private Optional<LatencyProfile> base(Fields fields) {
        var name = fields.requireName("base");
        var base = name.flatMap(known::find);
        if (name.isPresent() && base.isEmpty()) {
            complain(
                    fields,
                    "base",
                    "names no latency profile that is there or stands above: '" + name.get() + "'"
                            + NearMiss.hint(name.get(), known.names()));
        }
        return base;
    }

    private Optional<Distribution> times(Fields fields, String key) {
        return fields.find(key)
                .flatMap(raw -> DistributionReading.ofTimes(errors).read(fields.path(key), raw));
    }

    private static LatencyProfile correlated(Fields fields, LatencyProfile profile) {
        return fields.number("stream_stddev", 0, 10, "")
                .<LatencyProfile>map(stddev -> new Correlated(profile, stddev))
                .orElse(profile);
    }

    private LatencyProfile bundled(Fields fields, LatencyProfile profile) {
        var key = "tokens_per_event";
        return fields.find(key)
                .flatMap(raw -> DistributionReading.ofTokens(errors).read(fields.path(key), raw))
                .<LatencyProfile>map(tokens -> new Bundled(profile, tokens))
                .orElse(profile);
    }

    private LatencyProfile pausing(Fields fields, LatencyProfile profile) {
        return fields.find("pauses")
                .flatMap(raw -> pausing(Fields.of(fields.path("pauses"), raw, errors), profile, raw))
                .orElse(profile);
    }

    private Optional<LatencyProfile> pausing(Fields fields, LatencyProfile profile, Raw raw) {
        if (!(raw instanceof Raw.Mapping)) {
            return Optional.empty();
        }
        fields.allow(List.of("rate", "ms"));
        fields.require("rate");
        fields.require("ms");
        var rate = fields.number("rate", 0, 1, "");
        return times(fields, "ms").flatMap(ms -> rate.map(share -> new Pausing(profile, share, ms)));
    }

    private static LatencyProfile prefilled(Fields fields, LatencyProfile profile) {
        return fields.number("prefill_tokens_per_second", 1, 1e9, "")
                .<LatencyProfile>map(rate -> new Prefilled(profile, rate))
                .orElse(profile);
    }

    private void complain(Fields fields, String key, String message) {
        errors.accept(
                new ConfigurationError(fields.find(key).orElseThrow().origin(), fields.path(key) + " " + message));
    }
}
