package llmsim.it.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import llmsim.it.image.Image;
import llmsim.it.image.Program;
import llmsim.it.testkit.Http;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same jar, unchanged, on every way. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has a launcher of its own")
class PluginIT {
    /** Where {@code src/foreign/run} looks for it too. */
    private static final Path BUILT = Path.of(System.getProperty("basedir"), "target", "foreign");

    @TempDir
    Path dir;

    private static Path plugin() {
        return BUILT.resolve("tiny.jar");
    }

    @BeforeAll
    static void build() throws IOException {
        ForeignPlugin.build(BUILT);
    }

    @ParameterizedTest
    @EnumSource
    void generatorProfileAndAdapterWork(Way way) throws Exception {
        var command = new ArrayList<>(way.command(plugin(), dir));
        command.addAll(List.of(
                "serve",
                "--port",
                "0",
                "--set",
                "log.requests_per_second=0",
                "--generator",
                "shout",
                "--latency",
                "metronome"));
        command.addAll(way.options(plugin(), dir));
        try (var llmsim = Program.start(dir, command)) {
            var uri = llmsim.uri();

            assertThat(llmsim.linesTo("generator")).anyMatch(line -> line.contains("metronome"));
            assertThat(Http.post(
                                    uri + "/openai/v1/chat/completions",
                                    "{\"model\": \"gpt-5\", \"messages\": [{\"role\": \"user\", \"content\": \"hello\"}]}")
                            .body())
                    .contains("\"HELLO!\"");
            assertThat(Http.post(uri + "/tiny/say", "{\"text\": \"hi there\"}").body())
                    .matches("\\{\"in\":\\d+,\"out\":\\d+,\"said\":\"HI THERE!\"}");
            assertThat(Http.post(uri + "/tiny/say", "{\"text\": \"hi\", \"stream\": true}")
                            .body())
                    .startsWith("event: more\ndata: {\"said\":\"HI\"}\n\n")
                    .contains("event: end\ndata: {");
            var wrong = Http.post(uri + "/tiny/say", "{}");
            assertThat(wrong.statusCode()).isEqualTo(400);
            assertThat(wrong.body()).isEqualTo("{\"oops\":\"'text' is required\"}");
            assertThat(wrong.headers().firstValue("tiny-id").orElseThrow()).startsWith("tiny-");
            assertThat(llmsim.errors()).isEmpty();
        }
    }

    @Test
    void aBrokenJarIsNamedAndTheOthersWork() throws Exception {
        var folder = Files.createDirectory(dir.resolve("plugins"));
        Files.copy(plugin(), folder.resolve("tiny.jar"));
        Files.writeString(folder.resolve("broken.jar"), "this is no jar");
        try (var llmsim = serve(folder)) {
            var uri = llmsim.uri();

            assertThat(Http.post(uri + "/tiny/say", "{\"text\": \"hi\"}").statusCode())
                    .isEqualTo(200);
            assertThat(llmsim.errors().lines()).singleElement().asString().contains("broken.jar is left out: ");
        }
    }

    @Test
    void twoOfOneNameAreRefusedAndBothAreNamed() throws Exception {
        var folder = Files.createDirectory(dir.resolve("plugins"));
        Files.copy(plugin(), folder.resolve("tiny.jar"));
        Files.copy(plugin(), folder.resolve("tiny-again.jar"));
        try (var llmsim = serve(folder)) {
            assertThat(llmsim.ended()).isEqualTo(2);
            assertThat(llmsim.errors().lines())
                    .hasSize(4)
                    .allMatch(line -> line.contains("is there 2 times")
                            && line.contains("plugins/tiny.jar")
                            && line.contains("plugins/tiny-again.jar"))
                    .anyMatch(line -> line.contains("the generator 'shout'"))
                    .anyMatch(line -> line.contains("the latency profile 'metronome'"))
                    .anyMatch(line -> line.contains("the provider adapter 'tiny'"));
        }
    }

    @Test
    void itsSettingsAreChecked() throws Exception {
        var folder = Files.createDirectory(dir.resolve("plugins"));
        Files.copy(plugin(), folder.resolve("tiny.jar"));
        var file = dir.resolve("llmsim.yaml");
        Files.writeString(file, """
                latency:
                  profile: metronome
                plugins:
                  profiles:
                    metronome: {every_ms: often}
                """);
        try (var llmsim = serve(folder, "--config", file.toString())) {
            assertThat(llmsim.ended()).isEqualTo(2);
            assertThat(llmsim.errors().lines())
                    .singleElement()
                    .asString()
                    .contains("llmsim.yaml:5:", "every_ms must be a whole number, not 'often'");
        }
    }

    private Program serve(Path plugins, String... options) throws IOException {
        var command = new ArrayList<>(List.of(
                Image.built().llmsim(),
                "serve",
                "--port",
                "0",
                "--set",
                "log.requests_per_second=0",
                "--plugins",
                plugins.toString()));
        command.addAll(List.of(options));
        return Program.start(dir, command);
    }
}
