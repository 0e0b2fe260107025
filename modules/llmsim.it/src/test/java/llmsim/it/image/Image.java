package llmsim.it.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The image that this build has linked. */
public record Image(Path home) {
    private static final Path ROOT =
            Path.of(System.getProperty("basedir")).toAbsolutePath().getParent();

    /** The image itself; nothing in it may be changed. */
    public static Image built() {
        return new Image(ROOT.resolve("llmsim.image/target/image"));
    }

    /** A copy to do with as one likes. */
    public Image copyTo(Path folder) throws IOException {
        try (var files = Files.walk(home)) {
            files.filter(file -> !file.startsWith(home.resolve("plugins")) || file.endsWith("plugins"))
                    .forEach(file ->
                            copy(file, folder.resolve(home.relativize(file).toString())));
        }
        return new Image(folder);
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to);
            to.toFile().setExecutable(from.toFile().canExecute());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String llmsim() {
        return home.resolve("bin/llmsim").toString();
    }

    public String java() {
        return home.resolve("bin/java").toString();
    }
}
