package llmsim.server.latency;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import llmsim.api.settings.NearMiss;
import llmsim.engine.configuration.TimingSettings;
import llmsim.engine.latency.ProfileTable;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.Raw;
import llmsim.server.plugins.Extensions;
import llmsim.server.settings.TimingRows;
import llmsim.server.settings.Values;

/** The latency profiles that a configuration describes, and what it says about the pace of all requests. */
public record WrittenProfiles(Values values, Consumer<ConfigurationError> errors) {
    private static final int MOST = 1_000;
    private static final String FROM = "latency.profiles";

    /** Adds the profiles; one that has the name of another takes its place, and may be based on it. */
    public Extensions addTo(Extensions found) {
        var all = found;
        for (var entry : values.find(TimingRows.PROFILES).map(this::entries).orElse(List.of())) {
            all = add(entry, all);
        }
        return all;
    }

    private List<Raw.Entry> entries(Raw.Mapping written) {
        if (written.entries().size() > MOST) {
            complain(written, FROM + " must be at most " + MOST + " profiles");
            return List.of();
        }
        return written.entries();
    }

    private Extensions add(Raw.Entry entry, Extensions before) {
        var name = entry.name();
        if (!name.matches("[a-z0-9][a-z0-9-]{0,63}")) {
            errors.accept(new ConfigurationError(
                    entry.origin(),
                    "the name of a latency profile must be lower case letters, digits and dashes, not '" + name + "'"));
            return before;
        }
        var known = ProfileTable.with(before.profiles().instances());
        return new ProfileReading(known, errors)
                .profile(FROM + "." + name, name, entry.value())
                .map(profile -> before.withProfiles(List.of(profile), FROM))
                .orElse(before);
    }

    /** What holds for all requests; a name that no profile has is told. */
    public TimingSettings timing(ProfileTable known) {
        var models = new LinkedHashMap<String, String>();
        values.find(TimingRows.MODELS)
                .ifPresent(written -> written.forEach((pattern, name) -> {
                    if (known.find(name.text()).isPresent()) {
                        models.put(pattern, name.text());
                    } else {
                        complain(
                                name,
                                TimingRows.MODELS.key() + "." + pattern + " names no latency profile: '" + name.text()
                                        + "'" + NearMiss.hint(name.text(), known.names()));
                    }
                }));
        return new TimingSettings(models, values.find(TimingRows.SPEED).orElse(1.0));
    }

    /** All profiles as requests get them. */
    public static ProfileTable table(Values values, Extensions all) {
        var profiles = all.profiles().instances();
        var timing = new WrittenProfiles(values, _ -> {}).timing(ProfileTable.with(profiles));
        return ProfileTable.with(profiles, timing);
    }

    private void complain(Raw where, String message) {
        errors.accept(new ConfigurationError(where.origin(), message));
    }
}
