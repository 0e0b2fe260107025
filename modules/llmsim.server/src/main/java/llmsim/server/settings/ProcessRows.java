package llmsim.server.settings;

import static llmsim.server.settings.Readers.parsedText;
import static llmsim.server.settings.Setting.row;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The settings of plugins. */
public final class ProcessRows {
    public static final Setting<Path> PLUGIN_DIRECTORY = row(
                    "plugins.directory",
                    parsedText("a folder", text -> Path.of(text)),
                    Setting.none("the folder plugins of the installation, if there is one"),
                    "Folder with plugins: each jar and each sub-folder of jars is one.")
            .withFlag("--plugins");
    public static final Setting<Map<String, PluginSettings.Named>> GENERATORS =
            extensions("plugins.generators", "generators");
    public static final Setting<Map<String, PluginSettings.Named>> PROFILES =
            extensions("plugins.profiles", "latency profiles");
    public static final Setting<Map<String, PluginSettings.Named>> PROVIDERS =
            extensions("plugins.providers", "provider adapters");

    public static final Setting<Map<String, PluginSettings.Named>> TOKENIZERS =
            extensions("plugins.tokenizers", "tokenizers");
    public static final Setting<Map<String, PluginSettings.Named>> STORES = extensions("plugins.stores", "stores");

    static final List<Setting<?>> ALL = List.of(PLUGIN_DIRECTORY, GENERATORS, PROFILES, PROVIDERS, TOKENIZERS, STORES);

    private ProcessRows() {}

    private static Setting<Map<String, PluginSettings.Named>> extensions(String key, String what) {
        return row(
                key,
                new NamedSettingsReader(),
                Setting.none("none"),
                "Settings for " + what + ", by name; each knows its own keys.");
    }
}
