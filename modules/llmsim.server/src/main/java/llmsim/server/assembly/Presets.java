package llmsim.server.assembly;

import java.util.List;
import llmsim.engine.latency.ProfileTable;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.Origin;
import llmsim.server.plugins.Extensions;

/** The latency profiles that come with llmsim: a table, and not found like extensions. */
final class Presets {
    private static final String FROM = "llmsim.engine";

    private Presets() {}

    /** Adds them; a found profile that has the name of one of them is reported. */
    static Extensions addTo(Extensions found, List<ConfigurationError> errors) {
        var table = ProfileTable.standard();
        for (var profile : found.profiles().all()) {
            table.find(profile.name())
                    .ifPresent(preset -> errors.add(new ConfigurationError(
                            new Origin.Place("extensions"),
                            "the latency profile '" + profile.name() + "' is there 2 times: "
                                    + profile.instance().getClass().getName() + " of " + profile.from() + ", and "
                                    + preset.name() + " of " + FROM + "; take the first one away")));
        }
        return found.withProfiles(table.names().stream().map(table::named).toList(), FROM);
    }
}
