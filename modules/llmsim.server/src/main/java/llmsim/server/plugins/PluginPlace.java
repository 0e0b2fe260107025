package llmsim.server.plugins;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One plugin in a folder of plugins: a jar, or a sub-folder with jars.
 *
 * @param jars in the order of their names
 */
record PluginPlace(Path path, List<Path> jars) {
    PluginPlace {
        jars = List.copyOf(jars);
    }

    /** All plugins of a folder, in the order of their names. */
    static List<PluginPlace> in(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.sorted().flatMap(PluginPlace::at).toList();
        }
    }

    private static Stream<PluginPlace> at(Path entry) {
        if (isJar(entry)) {
            return Stream.of(new PluginPlace(entry, List.of(entry)));
        }
        var jars = Files.isDirectory(entry) ? jarsOf(entry) : List.<Path>of();
        return jars.isEmpty() ? Stream.of() : Stream.of(new PluginPlace(entry, jars));
    }

    private static List<Path> jarsOf(Path folder) {
        try (var entries = Files.list(folder)) {
            return entries.filter(PluginPlace::isJar).sorted().toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    private static boolean isJar(Path path) {
        return Files.isRegularFile(path)
                && path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".jar");
    }
}
