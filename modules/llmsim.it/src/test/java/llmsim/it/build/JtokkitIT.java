package llmsim.it.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The relocated tokenizer finds its tables by absolute names: in a jar on the class path, and in the image. */
class JtokkitIT {
    private static final String TEXT = "Hello, tokens!";
    private static final String ALL = """
            r50k_base 4 Hello, tokens!
            p50k_base 4 Hello, tokens!
            p50k_edit 4 Hello, tokens!
            cl100k_base 4 Hello, tokens!
            o200k_base 4 Hello, tokens!
            """;

    @TempDir
    Path dir;

    @Test
    void onTheClassPath() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

        var run = Run.of(
                dir, Map.of(), java, "-cp", System.getProperty("java.class.path"), Jtokkit.class.getName(), TEXT);

        assertThat(run).isEqualTo(new Run(0, lines(ALL), ""));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "asks for bin/java without a suffix")
    void inTheImage() throws Exception {
        var image = Checkout.ROOT.resolve("modules/llmsim.image/target/image");
        var classes = Path.of(Jtokkit.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());

        var run = Run.of(
                dir,
                Map.of(),
                image + "/bin/java",
                "--add-modules=llmsim.jtokkit",
                "--add-exports=llmsim.jtokkit/llmsim.jtokkit=ALL-UNNAMED",
                "--add-exports=llmsim.jtokkit/llmsim.jtokkit.api=ALL-UNNAMED",
                "-cp",
                classes.toString(),
                Jtokkit.class.getName(),
                TEXT);

        assertThat(run).isEqualTo(new Run(0, lines(ALL), ""));
    }

    private static String lines(String text) {
        return text.lines().map(line -> line + System.lineSeparator()).collect(Collectors.joining());
    }
}
