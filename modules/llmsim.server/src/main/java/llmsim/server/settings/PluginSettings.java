package llmsim.server.settings;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import llmsim.api.settings.Settings;
import llmsim.server.document.Origin;

/**
 * What a user says to extensions, by their names.
 *
 * @param directory where plugin jars are; empty for the folder {@code plugins} of the installation, if there is one
 */
public record PluginSettings(
        Optional<Path> directory,
        Map<String, Named> generators,
        Map<String, Named> profiles,
        Map<String, Named> providers,
        Map<String, Named> tokenizers,
        Map<String, Named> stores) {

    public PluginSettings {
        generators = Map.copyOf(generators);
        profiles = Map.copyOf(profiles);
        providers = Map.copyOf(providers);
        tokenizers = Map.copyOf(tokenizers);
        stores = Map.copyOf(stores);
    }

    /** The settings of one extension, and where its name was written. */
    public record Named(Origin origin, Settings settings) {}
}
