package llmsim.it.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The launcher of the image, with a {@code java} that prints its arguments and ends with 7. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has a script of its own")
class ImageLauncherTest {
    private static final String HEAP =
            "--enable-native-access=org.jline.terminal.ffm\n-Xms32m\n-XX:MetaspaceSize=64m\n";
    private static final String MAIN = "-m\nllmsim.cli/llmsim.cli.Main\n";

    @TempDir
    Path dir;

    private Path launcher;

    @BeforeEach
    void image() throws Exception {
        var bin = dir.resolve("an image/bin");
        Checkout.script(bin.resolve("java"), "printf '%s\\n' \"$@\"\nexit 7");
        launcher = Checkout.copy("modules/llmsim.image/src/image/bin/llmsim", bin.resolve("llmsim"));
    }

    @Test
    void passesArgumentsAndTheExitCode() throws Exception {
        var run = Run.of(dir, Map.of(), launcher.toString(), "serve", "two words", "", "$HOME*");

        assertThat(run)
                .isEqualTo(new Run(
                        7,
                        HEAP + "-XX:+UseG1GC\n-XX:GCTimeRatio=4\n-XX:MaxHeapFreeRatio=50\n" + MAIN
                                + "serve\ntwo words\n\n$HOME*\n",
                        ""));
    }

    @Test
    void findsItsImageThroughSymbolicLinks() throws Exception {
        var absolute = Files.createSymbolicLink(dir.resolve("absolute"), launcher);
        var relative = Files.createSymbolicLink(
                Files.createDirectory(dir.resolve("links")).resolve("relative"), Path.of("../absolute"));

        assertThat(Run.of(dir, Map.of(), absolute.toString()).out()).endsWith(MAIN);
        assertThat(Run.of(dir, Map.of(), relative.toString()).out()).endsWith(MAIN);
        assertThat(Run.of(launcher.getParent(), Map.of(), "/bin/sh", "llmsim").out())
                .endsWith(MAIN);
    }

    @ParameterizedTest
    @CsvSource({
        "JAVA_OPTS, -Xmx64m -Da=b, '-XX:+UseG1GC -XX:GCTimeRatio=4 -XX:MaxHeapFreeRatio=50 -Xmx64m -Da=b '",
        "JAVA_OPTS, -XX:+UseZGC, '-XX:+UseZGC '",
        "JDK_JAVA_OPTIONS, -XX:+UseParallelGC, ''",
        "JDK_JAVA_OPTIONS, -Xmx64m, '-XX:+UseG1GC -XX:GCTimeRatio=4 -XX:MaxHeapFreeRatio=50 '"
    })
    void anOwnCollectorReplacesOurs(String variable, String value, String expected) throws Exception {
        var run = Run.of(dir, Map.of(variable, value), launcher.toString());

        assertThat(run.out()).isEqualTo(HEAP + expected.replace(' ', '\n') + MAIN);
    }

    @Test
    void takesTheCacheOfItsImage() throws Exception {
        var cache = Files.createFile(
                Files.createDirectory(dir.resolve("an image/lib")).resolve("llmsim.aot"));

        assertThat(Run.of(dir, Map.of(), launcher.toString()).out())
                .startsWith("-XX:AOTCache=" + cache.toRealPath() + "\n-Xlog:aot*=off,cds*=off\n" + HEAP);
        assertThat(Run.of(dir, Map.of("JAVA_OPTS", "-XX:AOTMode=off"), launcher.toString())
                        .out())
                .startsWith(HEAP);
    }
}
