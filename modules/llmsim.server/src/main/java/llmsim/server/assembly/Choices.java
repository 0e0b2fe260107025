package llmsim.server.assembly;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import llmsim.engine.configuration.Breakage;
import llmsim.server.settings.EngineRows;
import llmsim.server.settings.SettingsTable;
import llmsim.server.settings.StreamFaultRows;

/** Right values of settings by their keys, as far as they can be listed. */
final class Choices {
    private Choices() {}

    /** Latency profiles and generators are those of a setup; of the faults of streams only the names are told. */
    static Map<String, List<String>> of(Setup setup) {
        var choices = new LinkedHashMap<String, List<String>>();
        SettingsTable.ALL.stream()
                .filter(setting -> !setting.reader().choices().isEmpty())
                .forEach(setting -> choices.put(setting.key(), setting.reader().choices()));
        choices.put(EngineRows.PROFILE.key(), setup.profiles().names());
        choices.put(EngineRows.GENERATOR.key(), setup.extensions().generators().names());
        choices.put(StreamFaultRows.FAULTS.key(), Breakage.names());
        return choices;
    }
}
