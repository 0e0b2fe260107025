package llmsim.it.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Benchmarks are run by hand, so nobody would notice that one no longer fits to what it measures. */
class BenchmarksTest {
    private static final Path BENCHMARKS = Checkout.ROOT.resolve("benchmarks");

    @TempDir
    Path compiled;

    static List<Path> benchmarks() throws IOException {
        try (Stream<Path> files = Files.list(BENCHMARKS)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("benchmarks")
    void compiles(Path benchmark) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var said = new StringWriter();
        var options =
                List.of("-proc:none", "-d", compiled.toString(), "-classpath", System.getProperty("java.class.path"));
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var task = compiler.getTask(said, files, null, options, null, files.getJavaFileObjects(benchmark));

            assertThat(task.call()).as(said.toString()).isTrue();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
