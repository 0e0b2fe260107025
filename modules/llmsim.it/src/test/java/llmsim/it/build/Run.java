package llmsim.it.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that was run to its end with nothing in its environment but what was given. */
record Run(int exit, String out, String err) {

    static Run of(Path dir, Map<String, String> environment, String... command) throws Exception {
        return start(dir, environment, command).await();
    }

    static Running start(Path dir, Map<String, String> environment, String... command) throws IOException {
        var out = Files.createTempFile(dir, "run", ".out");
        var err = Files.createTempFile(dir, "run", ".err");
        var builder = new ProcessBuilder(List.of(command)).directory(dir.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/local/bin:/usr/bin:/bin");
        builder.environment().putAll(environment);
        builder.redirectOutput(out.toFile()).redirectError(err.toFile());
        return new Running(builder.start(), out, err);
    }

    /** A program that runs. */
    record Running(Process process, Path out, Path err) {
        Run await() throws Exception {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended").isTrue();
            return new Run(process.exitValue(), read(out), read(err));
        }

        private static String read(Path file) throws IOException {
            return Files.readString(file, StandardCharsets.UTF_8);
        }
    }
}
