package llmsim.server.assembly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import llmsim.engine.configuration.CapacitySettings;
import llmsim.engine.configuration.LimitSettings;
import llmsim.engine.configuration.ResponseSettings;
import llmsim.engine.configuration.StreamFaults;
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
import llmsim.server.plugins.Discovery;
import llmsim.server.plugins.Extensions;
import llmsim.server.script.ScriptLoading;
import llmsim.server.script.ScriptReading;
import llmsim.server.settings.Configuration;
import llmsim.server.settings.EngineRows;
import llmsim.server.settings.IncidentRows;
import llmsim.server.settings.ProcessRows;
import llmsim.server.settings.ScriptSettings;
import llmsim.server.settings.SettingsReading;
import llmsim.server.settings.Sources;
import llmsim.server.settings.Values;

/**
 * Everything that is decided before a simulator is made. Whoever has one has a right configuration.
 *
 * @param values every setting with its origin
 * @param extensions with their settings applied
 * @param scripts read and checked
 * @param mocks read and checked
 * @param incidents read and checked
 * @param warnings each a line about a plugin that was left out
 */
public record Setup(
        Configuration configuration,
        Values values,
        Extensions extensions,
        Scripts scripts,
        MockSet mocks,
        Timeline incidents,
        List<String> warnings) {
    public Setup {
        warnings = List.copyOf(warnings);
    }

    /**
     * Reads and checks everything that a user said.
     *
     * @param own adds the extensions that the program itself brings
     * @throws ConfigurationException with all that is wrong, if anything is
     */
    public static Setup of(Sources sources, UnaryOperator<Extensions> own) {
        var outcome = SettingsReading.read(sources);
        var errors = new ArrayList<ConfigurationError>();
        var found = discover(outcome.values(), errors);
        found.conflicts()
                .forEach(conflict -> errors.add(new ConfigurationError(new Origin.Place("extensions"), conflict)));
        var checked = new ExtensionCheck(outcome.values(), errors)
                .apply(own.apply(Presets.addTo(found.extensions(), errors)));
        new WrittenProfiles(outcome.values(), errors::add)
                .timing(ProfileTable.with(checked.profiles().instances()));
        new CapacityReading(outcome.values(), errors::add).settings();
        var scripts = scripts(outcome.values(), checked, errors);
        var mocks = mocks(outcome.values(), checked, errors::add);
        errors.addAll(TlsCheck.errors(outcome.values()));
        var incidents = incidents(outcome.values(), checked, errors::add);
        var all = outcome.with(errors).errors();
        if (!all.isEmpty()) {
            throw new ConfigurationException(withWarnings(all, found.warnings()));
        }
        return new Setup(
                Configuration.of(outcome.values()),
                outcome.values(),
                checked,
                scripts,
                mocks,
                incidents,
                found.warnings());
    }

    private static Scripts scripts(Values values, Extensions checked, List<ConfigurationError> errors) {
        var profiles = WrittenProfiles.table(values, checked);
        return new ScriptLoading(new ScriptReading(profiles), errors::add).load(ScriptSettings.of(values));
    }

    /** All latency profiles as requests get them. */
    ProfileTable profiles() {
        return WrittenProfiles.table(values, extensions);
    }

    /** How much the models can do at once. */
    CapacitySettings capacity() {
        return new CapacityReading(values, _ -> {}).settings();
    }

    /** The same with other faults of streams. */
    public Setup with(StreamFaults others) {
        var engine = configuration.engine().withStreamFaults(others);
        return new Setup(configuration.with(engine), values, extensions, scripts, mocks, incidents, warnings);
    }

    /** The same with other scripts, whose turns name only profiles that there are. */
    public Setup with(Scripts others) {
        return new Setup(configuration, values, extensions, others, mocks, incidents, warnings);
    }

    /** The same with other limits. */
    public Setup with(LimitSettings others) {
        return new Setup(
                configuration.with(configuration.engine().withLimits(others)),
                values,
                extensions,
                scripts,
                mocks,
                incidents,
                warnings);
    }

    /** The same with other mocks, which name only profiles that there are. */
    public Setup with(MockSet others) {
        return new Setup(configuration, values, extensions, scripts, others, incidents, warnings);
    }

    /** The same with other incidents. */
    public Setup with(Timeline others) {
        return new Setup(configuration, values, extensions, scripts, mocks, others, warnings);
    }

    private static Timeline incidents(Values values, Extensions checked, Consumer<ConfigurationError> errors) {
        var reading = new IncidentReading(checked.providers().names(), errors);
        return values.find(IncidentRows.INCIDENTS).map(reading::read).orElse(Timeline.NONE);
    }

    /** The mocks as their files are now; what is wrong with them is told. */
    MockSet readMocks(Consumer<ConfigurationError> errors) {
        return mocks(values, extensions, errors);
    }

    private static MockSet mocks(Values values, Extensions checked, Consumer<ConfigurationError> errors) {
        var profiles = WrittenProfiles.table(values, checked);
        return new MockLoading(new MockReading(profiles, generators(values, checked))).load(values, errors);
    }

    /** The generators that a request may name. */
    Generators generators() {
        return generators(values, extensions);
    }

    private static Generators generators(Values values, Extensions checked) {
        var settings = values.find(ProcessRows.GENERATORS).orElse(Map.of());
        var targetTokens = values.find(EngineRows.TARGET_TOKENS).orElse(ResponseSettings.DEFAULT.targetTokens());
        return new Generators(checked.generators(), settings, targetTokens);
    }

    /** What is missing may be in a plugin that was left out. */
    private static List<ConfigurationError> withWarnings(List<ConfigurationError> errors, List<String> warnings) {
        var left = warnings.stream().map(warning -> new ConfigurationError(new Origin.Place("plugins"), warning));
        return Stream.concat(errors.stream(), left).toList();
    }

    /** Tells the log what was left out. */
    public void logWarnings() {
        var log = System.getLogger("llmsim.plugins");
        warnings.forEach(warning -> log.log(System.Logger.Level.WARNING, warning));
    }

    private static Discovery.Found discover(Values values, List<ConfigurationError> errors) {
        var folder = values.find(ProcessRows.PLUGIN_DIRECTORY).or(Setup::folderOfInstallation);
        try {
            return Discovery.discover(folder);
        } catch (IOException e) {
            errors.add(new ConfigurationError(values.origin(ProcessRows.PLUGIN_DIRECTORY), reason(folder, e)));
            return Discovery.discover();
        }
    }

    private static String reason(Optional<Path> folder, IOException e) {
        var there = folder.filter(Files::isDirectory).isPresent();
        return there ? "the plugins cannot be listed: " + e.getMessage() : "there is no folder " + folder.orElseThrow();
    }

    /** An image of llmsim is its own Java home. */
    private static Optional<Path> folderOfInstallation() {
        return Optional.of(Path.of(System.getProperty("java.home"), "plugins")).filter(Files::isDirectory);
    }
}
