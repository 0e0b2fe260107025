package llmsim.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import llmsim.server.LlmSim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts of {@code docs/scripts.md} and of the examples are right. */
class ScriptsPageTest {
    private static final Path ROOT = Path.of(System.getProperty("basedir"), "..", "..");
    private static final Pattern BLOCK = Pattern.compile("```(json|yaml)\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void whatThePageShowsIsAScript() throws IOException {
        var page = Files.readString(ROOT.resolve("docs/scripts.md")).replace("\r\n", "\n");
        var blocks = BLOCK.matcher(page)
                .results()
                .filter(block -> block.group(2).contains("turns"))
                .toList();
        for (var i = 0; i < blocks.size(); i++) {
            var block = blocks.get(i);
            Files.writeString(folder.resolve("block" + i + "." + block.group(1)), block.group(2));
        }

        assertThat(blocks).hasSizeGreaterThanOrEqualTo(2);
        check(folder);
    }

    @Test
    void theExamplesAreScripts() {
        check(ROOT.resolve("examples/scripts"));
    }

    private static void check(Path scripts) {
        LlmSim.builder().scripts(scripts).inProcess().close();
    }
}
