package llmsim.server.assembly;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import llmsim.engine.configuration.ResponseSettings;
import llmsim.engine.incident.Timeline;
import llmsim.engine.latency.ProfileTable;
import llmsim.engine.script.Scripts;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.ConfigurationException;
import llmsim.server.document.Origin;
import llmsim.server.incident.IncidentReading;
import llmsim.server.latency.CapacityReading;
import llmsim.server.latency.WrittenProfiles;
import llmsim.server.mock.Generators;
import llmsim.server.mock.MockLoading;
import llmsim.server.mock.MockReading;
import llmsim.server.mock.MockSet;
import llmsim.server.plugins.Extensions;
import llmsim.server.script.ScriptLoading;
import llmsim.server.script.ScriptReading;
import llmsim.server.settings.Configuration;
import llmsim.server.settings.EngineRows;
import llmsim.server.settings.IncidentRows;
import llmsim.server.settings.MockRows;
import llmsim.server.settings.ProcessRows;
import llmsim.server.settings.ScriptRows;
import llmsim.server.settings.ScriptSettings;
import llmsim.server.settings.Setting;
import llmsim.server.settings.SettingsReading;
import llmsim.server.settings.TimingRows;
import llmsim.server.settings.Values;

/**
 * Reads what settings alone do not say, and finds everything that is wrong with all of it.
 *
 * @param errors hears of it
 */
record Checking(Said said, SettingsReading.Outcome outcome, Extensions found, List<ConfigurationError> errors) {
    private static final List<Setting<?>> OF_EXTENSIONS = List.of(EngineRows.GENERATOR, TimingRows.PROFILES);
    private static final List<Setting<?>> OF_SCRIPTS =
            List.of(ScriptRows.SCRIPT, ScriptRows.NAMED, ScriptRows.INLINE, ScriptRows.DIRECTORY, ScriptRows.SESSION);
    /** What mocks are; what their generators say is beside it. */
    static final List<Setting<?>> OF_MOCKS = List.of(MockRows.MOCKS, MockRows.FILE, MockRows.ON_NO_MATCH);

    /**
     * The setup.
     *
     * @param before what of it has not changed is not read again; empty at the start
     * @throws ConfigurationException with all that is wrong, if anything is
     */
    Setup setup(Optional<Setup> before, List<String> warnings) {
        var values = outcome.values();
        var extensions = extensions(before);
        var timing = new WrittenProfiles(values, errors::add)
                .timing(ProfileTable.with(extensions.profiles().instances()));
        var capacity = new CapacityReading(values, errors::add).settings();
        var scripts = same(before, OF_SCRIPTS).map(Setup::scriptsRead).orElseGet(() -> scripts(extensions));
        var mocks = same(before, OF_MOCKS)
                .filter(setup -> values.says(EngineRows.TARGET_TOKENS, setup.values()))
                .map(Setup::mocksRead)
                .orElseGet(() -> mocks(values, extensions, errors::add));
        var incidents = said.brought().incidents().orElseGet(() -> incidents(extensions));
        throwWrong(warnings);
        var read = Configuration.of(values);
        var engine = read.engine().withTiming(timing).withCapacity(capacity);
        return new Setup(said, read.with(engine), values, found, extensions, scripts, mocks, incidents, warnings);
    }

    private void throwWrong(List<String> warnings) {
        var all = outcome.with(errors).errors();
        if (!all.isEmpty()) {
            throw new ConfigurationException(withWarnings(all, warnings));
        }
    }

    /** Those of before, if they would be the same: an extension may have a state. */
    private Extensions extensions(Optional<Setup> before) {
        var check = new ExtensionCheck(outcome.values(), errors);
        var extensions = same(before, OF_EXTENSIONS)
                .filter(setup -> setup.found().equals(found))
                .map(Setup::extensions)
                .orElseGet(() -> check.configured(found));
        check.requireChosen(extensions);
        return extensions;
    }

    private Optional<Setup> same(Optional<Setup> before, List<Setting<?>> settings) {
        return before.filter(setup ->
                settings.stream().allMatch(setting -> outcome.values().says(setting, setup.values())));
    }

    private Scripts scripts(Extensions checked) {
        var profiles = WrittenProfiles.table(outcome.values(), checked);
        return new ScriptLoading(new ScriptReading(profiles), errors::add).load(ScriptSettings.of(outcome.values()));
    }

    private Timeline incidents(Extensions checked) {
        var reading = new IncidentReading(checked.providers().names(), errors::add);
        return outcome.values().find(IncidentRows.INCIDENTS).map(reading::read).orElse(Timeline.NONE);
    }

    static MockSet mocks(Values values, Extensions checked, Consumer<ConfigurationError> errors) {
        var profiles = WrittenProfiles.table(values, checked);
        return new MockLoading(new MockReading(profiles, generators(values, checked))).load(values, errors);
    }

    static Generators generators(Values values, Extensions checked) {
        var settings = values.find(ProcessRows.GENERATORS).orElse(Map.of());
        var targetTokens = values.find(EngineRows.TARGET_TOKENS).orElse(ResponseSettings.DEFAULT.targetTokens());
        return new Generators(checked.generators(), settings, targetTokens);
    }

    /** What is missing may be in a plugin that was left out. */
    private static List<ConfigurationError> withWarnings(List<ConfigurationError> errors, List<String> warnings) {
        var left = warnings.stream().map(warning -> new ConfigurationError(new Origin.Place("plugins"), warning));
        return Stream.concat(errors.stream(), left).toList();
    }
}
