package llmsim.server.assembly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import llmsim.engine.incident.Timeline;
import llmsim.engine.latency.ProfileTable;
import llmsim.engine.script.Scripts;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.ConfigurationException;
import llmsim.server.document.Origin;
import llmsim.server.document.Raw;
import llmsim.server.mock.Generators;
import llmsim.server.mock.MockSet;
import llmsim.server.plugins.Discovery;
import llmsim.server.plugins.Extensions;
import llmsim.server.settings.Changes;
import llmsim.server.settings.Configuration;
import llmsim.server.settings.ProcessRows;
import llmsim.server.settings.SettingsReading;
import llmsim.server.settings.Sources;
import llmsim.server.settings.Values;

/**
 * Everything that is decided before a simulator is made, or changed. Whoever has one has a right configuration.
 *
 * @param said all that it comes from
 * @param values every setting with its origin
 * @param found extensions before their settings
 * @param extensions with their settings applied
 * @param scriptsRead those of the settings, read and checked
 * @param mocksRead those of the settings, read and checked
 * @param incidents what goes wrong, and when
 * @param warnings each a line about a plugin that was left out
 */
public record Setup(
        Said said,
        Configuration configuration,
        Values values,
        Extensions found,
        Extensions extensions,
        Scripts scriptsRead,
        MockSet mocksRead,
        Timeline incidents,
        List<String> warnings) {
    public Setup {
        warnings = List.copyOf(warnings);
    }

    /** The same, of a program that brings extensions alone. */
    public static Setup of(Sources sources, UnaryOperator<Extensions> own) {
        return of(sources, Brought.adding(own));
    }

    /**
     * Reads and checks everything that a user said.
     *
     * @throws ConfigurationException with all that is wrong, if anything is
     */
    public static Setup of(Sources sources, Brought brought) {
        var outcome = SettingsReading.read(sources);
        var errors = new ArrayList<ConfigurationError>();
        var found = discover(outcome.values(), errors);
        found.conflicts()
                .forEach(conflict -> errors.add(new ConfigurationError(new Origin.Place("extensions"), conflict)));
        var all = brought.addTo(Presets.addTo(found.extensions(), errors));
        errors.addAll(TlsCheck.errors(outcome.values()));
        var said = new Said(outcome.written(), Changes.NONE, brought);
        return new Checking(said, outcome, all, errors).setup(Optional.empty(), found.warnings());
    }

    /**
     * The same after a change: what has not changed is not read again.
     *
     * @throws ConfigurationException with all that is wrong, if anything is
     */
    Setup changed(Raw.Mapping change) {
        var errors = new ArrayList<ConfigurationError>();
        return changed(said.and(change, errors::add), found, errors);
    }

    /** The same after a change by the program. */
    Setup changed(List<Sources.Direct> direct, Brought more) {
        var errors = new ArrayList<ConfigurationError>();
        return changed(said.and(direct, more, errors::add), more.addTo(found), errors);
    }

    private Setup changed(Said other, Extensions all, List<ConfigurationError> errors) {
        var outcome = SettingsReading.read(other.atStart(), other.changes());
        return new Checking(other, outcome, all, errors).setup(Optional.of(this), List.of());
    }

    /** All latency profiles as requests get them. */
    ProfileTable profiles() {
        return ProfileTable.with(
                extensions.profiles().instances(), configuration.engine().timing());
    }

    /** All scripts. */
    public Scripts scripts() {
        return said.brought().over(scriptsRead);
    }

    /** All mocks. */
    public MockSet mocks() {
        return said.brought().over(mocksRead);
    }

    /** Whether all that is said of mocks is what another setup says. */
    boolean hasMocksOf(Setup other) {
        return Checking.OF_MOCKS.stream().allMatch(setting -> values.says(setting, other.values))
                && said.brought().mocks().equals(other.said.brought().mocks());
    }

    /** The mocks as their files are now; what is wrong with them is told. */
    MockSet readMocks(Consumer<ConfigurationError> errors) {
        return Checking.mocks(values, extensions, errors);
    }

    /** The same with mocks that were read again. */
    Setup withMocks(MockSet read) {
        return new Setup(said, configuration, values, found, extensions, scriptsRead, read, incidents, warnings);
    }

    /** The generators that a request may name. */
    Generators generators() {
        return Checking.generators(values, extensions);
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
