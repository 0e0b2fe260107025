package llmsim.it.plugin;

import java.io.File;
import java.io.IOException;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import llmsim.it.image.Image;
import llmsim.it.image.Program;

/** A way on which a plugin comes into llmsim. */
enum Way {
    MODULE_PATH {
        @Override
        List<String> command(Path plugin, Path folder) throws IOException {
            return List.of(JAVA, "-p", jars(folder, plugin), "-m", "llmsim.cli/llmsim.cli.Main");
        }
    },
    CLASS_PATH {
        @Override
        List<String> command(Path plugin, Path folder) throws IOException {
            return List.of(JAVA, "-cp", jars(folder, plugin), "llmsim.cli.Main");
        }
    },
    FOLDER_OF_CLASS_PATH {
        @Override
        List<String> command(Path plugin, Path folder) throws IOException {
            return List.of(JAVA, "-cp", jars(folder), "llmsim.cli.Main");
        }

        @Override
        List<String> options(Path plugin, Path folder) throws IOException {
            var plugins = Files.createDirectory(folder.resolve("plugins"));
            Files.copy(plugin, plugins.resolve(plugin.getFileName()));
            return List.of("--plugins", plugins.toString());
        }
    },
    FOLDER_OF_IMAGE {
        @Override
        List<String> command(Path plugin, Path folder) throws IOException {
            var image = Image.built().copyTo(folder.resolve("image"));
            Files.copy(plugin, image.home().resolve("plugins").resolve(plugin.getFileName()));
            return List.of(image.llmsim());
        }
    };

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    /** The command that starts llmsim. */
    abstract List<String> command(Path plugin, Path folder) throws IOException;

    /** What {@code serve} must be told. */
    List<String> options(Path plugin, Path folder) throws IOException {
        return List.of();
    }

    /** The jars of what is in the image, and these. */
    private static String jars(Path folder, Path... more) throws IOException {
        var inImage = modulesOfImage(folder);
        return Stream.concat(
                        ForeignPlugin.classPath().filter(path -> inImage.contains(moduleIn(path))), Stream.of(more))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Set<String> modulesOfImage(Path folder) throws IOException {
        try (var list = Program.start(folder, List.of(Image.built().java(), "--list-modules"))) {
            return list.out().lines().map(line -> line.replaceFirst("@.*", "")).collect(Collectors.toSet());
        }
    }

    private static String moduleIn(Path path) {
        try {
            return ModuleFinder.of(path).findAll().stream()
                    .map(module -> module.descriptor().name())
                    .findFirst()
                    .orElse("");
        } catch (FindException _) {
            return "";
        }
    }
}
