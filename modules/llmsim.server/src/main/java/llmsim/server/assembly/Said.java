package llmsim.server.assembly;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.Raw;
import llmsim.server.settings.Changes;
import llmsim.server.settings.IncidentRows;
import llmsim.server.settings.Sources;

/**
 * Everything that was said to a simulator so far. Immutable.
 *
 * @param atStart what sources said when it started, by the keys of the settings
 * @param changes what was changed since
 * @param brought by the program
 */
record Said(Map<String, Raw> atStart, Changes changes, Brought brought) {
    Said {
        atStart = Map.copyOf(atStart);
    }

    /** And this, in the shape of the configuration file. */
    Said and(Raw.Mapping change, Consumer<ConfigurationError> errors) {
        var after = changes.and(change, errors);
        var news = after.says(IncidentRows.INCIDENTS) && !changes.says(IncidentRows.INCIDENTS);
        return new Said(atStart, after, news ? brought.withoutIncidents() : brought);
    }

    /** And this, by the program. */
    Said and(List<Sources.Direct> direct, Brought more, Consumer<ConfigurationError> errors) {
        var after = changes.and(direct, errors);
        return new Said(
                atStart,
                more.incidents().isPresent() ? after.without(IncidentRows.INCIDENTS) : after,
                brought.and(more));
    }
}
