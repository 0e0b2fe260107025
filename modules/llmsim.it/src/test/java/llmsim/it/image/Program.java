package llmsim.it.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that runs, with what it says. */
public record Program(Process process, BufferedReader out, Path err) implements AutoCloseable {
    /** Starts a program with an empty environment. */
    public static Program start(Path folder, List<String> command) throws IOException {
        var err = Files.createTempFile(folder, "program", ".err");
        var builder = new ProcessBuilder(command).redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/local/bin:/usr/bin:/bin");
        var process = builder.start();
        return new Program(process, process.inputReader(StandardCharsets.UTF_8), err);
    }

    /** The lines that it says up to one that has this in it. */
    public List<String> linesTo(String text) throws IOException {
        var lines = new ArrayList<String>();
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            lines.add(line);
            if (line.contains(text)) {
                return lines;
            }
        }
        throw new AssertionError("never said '" + text + "', but " + lines + " and " + errors());
    }

    /** The address that a server says it listens on. */
    public URI uri() throws IOException {
        return URI.create(linesTo(" listens on ").getLast().replaceFirst(".* listens on ", ""));
    }

    /** What it has said on the other stream so far. */
    public String errors() throws IOException {
        return Files.readString(err, StandardCharsets.UTF_8);
    }

    /** Its exit code. */
    public int ended() throws InterruptedException {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended").isTrue();
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
