package llmsim.it.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compiles and packs {@code src/foreign/plugin}, with llmsim.api and what that needs on its path, and nothing else. */
final class ForeignPlugin {
    private static final Path SOURCES = Path.of(System.getProperty("basedir"), "src", "foreign", "plugin", "src")
            .toAbsolutePath();
    private static final Pattern NEEDED =
            Pattern.compile("(llmsim\\.api|jackson-(core|databind|annotations)|jspecify)-[\\d.]+.*\\.jar");

    private ForeignPlugin() {}

    /** The plugin's jar, made below a folder. */
    static Path build(Path folder) throws IOException {
        var classes = Files.createDirectories(folder.resolve("classes"));
        var path = classPath()
                .filter(jar -> NEEDED.matcher(jar.getFileName().toString()).matches())
                .filter(jar -> !jar.toString().contains("com/fasterxml/jackson/core/jackson-core")
                        && !jar.toString().contains("com/fasterxml/jackson/core/jackson-databind"))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        var command = new ArrayList<>(List.of("-Xlint:all", "-Werror", "-p", path, "-d", classes.toString()));
        try (var sources = Files.walk(SOURCES)) {
            sources.filter(file -> file.toString().endsWith(".java")).forEach(file -> command.add(file.toString()));
        }
        run("javac", command);
        var jar = folder.resolve("tiny.jar");
        run(
                "jar",
                List.of(
                        "--create",
                        "--file",
                        jar.toString(),
                        "-C",
                        classes.toString(),
                        ".",
                        "-C",
                        SOURCES.toString(),
                        "META-INF"));
        return jar;
    }

    /** What this test runs with. */
    static Stream<Path> classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator), -1))
                .map(Path::of);
    }

    private static void run(String tool, List<String> arguments) {
        var said = new StringWriter();
        var out = new PrintWriter(said);
        var exit = ToolProvider.findFirst(tool).orElseThrow().run(out, out, arguments.toArray(String[]::new));
        assertThat(exit).as(said.toString()).isZero();
    }
}
