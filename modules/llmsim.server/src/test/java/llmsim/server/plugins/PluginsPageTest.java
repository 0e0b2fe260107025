package llmsim.server.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/plugins.md} shows works as it stands there. */
class PluginsPageTest {
    private static final Pattern JAVA = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void theGeneratorOfThePageIsFoundInAFolder() throws IOException {
        var blocks = javaBlocks();
        new TinyJar()
                .source("shout/Shout.java", blocks.get(0))
                .source("module-info.java", blocks.get(1))
                .offers("shout.Shout")
                .write(folder.resolve("shout.jar"));

        for (var host : List.of(Host.present(), new Host(Host.present().loader(), Optional.empty()))) {
            var found = Discovery.discover(host, Optional.of(folder));

            assertThat(found.warnings()).isEmpty();
            assertThat(found.extensions().generators().names()).contains("shout");
        }
    }

    @Test
    void theSettingsOfThePageAreRead() throws IOException {
        var configured = javaBlocks().get(2);
        new TinyJar()
                .source("shout/Shout.java", """
                        package shout;
                        import llmsim.api.prompt.Prompt;
                        import llmsim.api.reply.Completion;
                        import llmsim.api.settings.Settings;
                        import llmsim.api.spi.*;
                        public record Shout(long marks) implements ResponseGenerator {
                            public Shout() { this(1); }
                            public String name() { return "shout"; }
                            public Completion generate(Prompt prompt, GenerationContext context) {
                                return Completion.text("!".repeat((int) marks));
                            }
                            %s
                        }
                        """.formatted(configured))
                .offers("shout.Shout")
                .write(folder.resolve("shout.jar"));

        assertThat(Discovery.discover(Optional.of(folder))
                        .extensions()
                        .generators()
                        .names())
                .contains("shout");
    }

    private static List<String> javaBlocks() throws IOException {
        var page = Files.readString(Path.of(System.getProperty("basedir"), "..", "..", "docs", "plugins.md"));
        return JAVA.matcher(page.replace("\r\n", "\n"))
                .results()
                .map(block -> block.group(1))
                .toList();
    }
}
