package llmsim.server.settings;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import llmsim.engine.script.SessionKey;
import llmsim.server.document.Raw;

/**
 * Where scripts are.
 *
 * @param usual the file of the script for requests that name none
 * @param named files by the names of their scripts
 * @param inline scripts that stand in the settings themselves
 * @param directory a folder of further named scripts
 */
public record ScriptSettings(
        Optional<Path> usual,
        Map<String, Path> named,
        Optional<Raw> inline,
        Optional<Path> directory,
        SessionKey sessions) {
    public ScriptSettings {
        named = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(named));
    }

    /** What correct values say of scripts. */
    public static ScriptSettings of(Values values) {
        return new ScriptSettings(
                values.find(ScriptRows.SCRIPT),
                values.find(ScriptRows.NAMED).orElse(Map.of()),
                values.find(ScriptRows.INLINE),
                values.find(ScriptRows.DIRECTORY),
                values.find(ScriptRows.SESSION).orElse(SessionKey.HEADER));
    }
}
