package llmsim.it.jars;

import java.io.File;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The jars of llmsim that this test runs with. */
final class BuiltJars {
    private BuiltJars() {}

    /** Their paths, by name. */
    static Stream<Path> all() {
        return Arrays.stream(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator), -1))
                .map(Path::of)
                .filter(path -> path.getFileName().toString().matches("llmsim\\.(?!it-)[a-z]+-.*\\.jar"))
                .sorted(Comparator.comparing(path -> path.getFileName().toString()));
    }

    /** The module of each. */
    static Stream<ModuleReference> modules() {
        return ModuleFinder.of(all().toArray(Path[]::new)).findAll().stream()
                .sorted(Comparator.comparing(module -> module.descriptor().name()));
    }
}
