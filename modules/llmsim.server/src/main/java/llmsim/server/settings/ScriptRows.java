package llmsim.server.settings;

import static llmsim.server.settings.Readers.oneOf;
import static llmsim.server.settings.Readers.parsedText;
import static llmsim.server.settings.Setting.row;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import llmsim.engine.script.SessionKey;
import llmsim.server.document.Raw;

/** The settings of scripts. */
public final class ScriptRows {
    public static final Setting<Path> SCRIPT = row(
                    "response.script_path",
                    parsedText("a file", text -> Path.of(text)),
                    Setting.none("none"),
                    "Script, as JSON or YAML, whose turns all requests get that name no other; it takes the generator's"
                            + " place.")
            .withFlag("--script");
    public static final Setting<Map<String, Path>> NAMED = row(
            "scripts.named",
            new NamedPathsReader(),
            Setting.none("none"),
            "Scripts by name, each with its file, for requests that name one in X-LLMSim-Script.");
    public static final Setting<Raw> INLINE = row(
                    "scripts.inline",
                    new WrittenListReader(),
                    Setting.none("none"),
                    "Scripts, written here: a list of name, turns and on_exhausted; one without a name is for all requests"
                            + " that name none. They go before those of files.")
            .whileRunning();
    public static final Setting<Path> DIRECTORY = row(
            "scripts.directory",
            parsedText("a folder", text -> Path.of(text)),
            Setting.none("none"),
            "Folder whose files .json, .yaml and .yml are named scripts too, each by the name of its file.");
    public static final Setting<SessionKey> SESSION = row(
                    "scripts.session",
                    oneOf(List.of(SessionKey.values())),
                    "header",
                    "What tells sessions apart, each of which gets every script from its beginning: header (X-LLMSim-Session)"
                            + " or api_key (that header, else the API key).")
            .whileRunning();

    static final List<Setting<?>> ALL = List.of(SCRIPT, NAMED, INLINE, DIRECTORY, SESSION);

    private ScriptRows() {}
}
