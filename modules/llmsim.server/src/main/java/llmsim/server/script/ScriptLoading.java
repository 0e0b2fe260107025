package llmsim.server.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import llmsim.engine.script.Script;
import llmsim.engine.script.Scripts;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.Origin;
import llmsim.server.settings.ScriptSettings;

/** Reads all scripts that the settings name. Whatever is wrong is told with its place. */
public record ScriptLoading(ScriptReading reading, Consumer<ConfigurationError> errors) {
    private static final Pattern ENDING = Pattern.compile("\\.(json|yaml|yml)$", Pattern.CASE_INSENSITIVE);

    /** The scripts; those that cannot be read are left out. */
    public Scripts load(ScriptSettings settings) {
        var files = new LinkedHashMap<>(settings.named());
        settings.directory().ifPresent(folder -> add(folder, files));
        var inline = settings.inline()
                .map(raw -> new InlineScripts(reading, errors).read(raw))
                .orElse(Map.of());
        var named = read(files);
        inline.forEach((name, script) -> {
            if (!name.isEmpty()) {
                named.put(name, script);
            }
        });
        var usual =
                Optional.ofNullable(inline.get("")).or(() -> settings.usual().flatMap(this::read));
        return new Scripts(usual, named, settings.sessions());
    }

    private Map<String, Script> read(Map<String, Path> files) {
        var scripts = new LinkedHashMap<String, Script>();
        files.forEach((name, file) -> read(file).ifPresent(script -> scripts.put(name, script)));
        return scripts;
    }

    private Optional<Script> read(Path file) {
        return reading.read(file, errors);
    }

    private void add(Path folder, Map<String, Path> files) {
        for (var file : list(folder)) {
            var name = ENDING.matcher(file.getFileName().toString()).replaceFirst("");
            var other = files.putIfAbsent(name, file);
            if (other != null) {
                complain(file, "the script '" + name + "' is there twice; the other one is " + other);
            }
        }
    }

    private List<Path> list(Path folder) {
        try (var all = Files.list(folder)) {
            return all.filter(file ->
                            ENDING.matcher(file.getFileName().toString()).find() && !Files.isDirectory(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            complain(
                    folder,
                    Files.isDirectory(folder) ? "cannot be listed: " + e.getMessage() : "there is no such folder");
            return List.of();
        }
    }

    private void complain(Path file, String message) {
        errors.accept(new ConfigurationError(new Origin.WholeFile(file.toString()), message));
    }
}
