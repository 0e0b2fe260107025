package llmsim.server.assembly;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import llmsim.api.settings.Settings;
import llmsim.engine.latency.ProfileTable;
import llmsim.server.document.ConfigurationError;
import llmsim.server.latency.WrittenProfiles;
import llmsim.server.plugins.Extensions;
import llmsim.server.settings.EngineRows;
import llmsim.server.settings.PluginSettings.Named;
import llmsim.server.settings.ProcessRows;
import llmsim.server.settings.Setting;
import llmsim.server.settings.Values;

/** Applies settings to extensions, and reports names that no extension has. */
record ExtensionCheck(Values values, List<ConfigurationError> errors) {

    /** With their settings, and the latency profiles that settings describe. */
    Extensions configured(Extensions found) {
        return new WrittenProfiles(values, errors::add).addTo(withSettings(found));
    }

    private Extensions withSettings(Extensions found) {
        return new Extensions(
                found.generators().configured(generators(), errors::add),
                found.profiles().configured(named(ProcessRows.PROFILES), errors::add),
                found.providers().configured(named(ProcessRows.PROVIDERS), errors::add),
                found.tokenizers().configured(named(ProcessRows.TOKENIZERS), errors::add),
                found.stores().configured(stores(), errors::add));
    }

    /** Reports names that none of these has. */
    void requireChosen(Extensions found) {
        values.find(EngineRows.PROFILE).ifPresent(name -> requireProfile(name, found));
        values.find(EngineRows.TOKENIZER)
                .ifPresent(name -> found.tokenizers().require(name, values.origin(EngineRows.TOKENIZER), errors::add));
        values.find(EngineRows.STORE)
                .ifPresent(name -> found.stores().require(name, values.origin(EngineRows.STORE), errors::add));
    }

    /** A profile may be chosen by an alias. */
    private void requireProfile(String name, Extensions found) {
        var profiles = found.profiles();
        if (ProfileTable.with(profiles.instances()).find(name).isEmpty()) {
            profiles.require(name, values.origin(EngineRows.PROFILE), errors::add);
        }
    }

    /** The chosen generator gets its argument beside its settings, also when it has neither. */
    private Map<String, Named> generators() {
        var settings = new HashMap<>(named(ProcessRows.GENERATORS));
        values.find(EngineRows.GENERATOR).ifPresent(choice -> {
            var origin = values.origin(EngineRows.GENERATOR);
            var own = settings.containsKey(choice.name())
                    ? settings.get(choice.name()).settings()
                    : Settings.NONE;
            var all = choice.argument()
                    .map(text -> own.with(Settings.ARGUMENT, new Settings.Value(text, "")))
                    .orElse(own);
            settings.put(choice.name(), new Named(origin, all));
        });
        return settings;
    }

    /** The store in memory has its bounds in the table of settings; those win over its own. */
    private Map<String, Named> stores() {
        var settings = new HashMap<>(named(ProcessRows.STORES));
        var own = settings.getOrDefault("memory", new Named(values.origin(EngineRows.STORE), Settings.NONE));
        var bounds = bound(bound(own.settings(), EngineRows.MAX_DOCUMENTS), EngineRows.MAX_BYTES);
        settings.put("memory", new Named(own.origin(), bounds));
        return settings;
    }

    private Settings bound(Settings settings, Setting<?> bound) {
        if (settings.text(bound.name()).isPresent() && !values.isSet(bound)) {
            return settings;
        }
        var place = values.origin(bound).text();
        return settings.with(bound.name(), new Settings.Value(values.written(bound), place));
    }

    private Map<String, Named> named(Setting<Map<String, Named>> setting) {
        return values.find(setting).orElse(Map.of());
    }
}
