package llmsim.it.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The image that this build has linked. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has a launcher of its own")
class ImageIT {
    private static final Path IMAGE = Checkout.ROOT.resolve("modules/llmsim.image/target/image");

    @Test
    void holdsOurModulesAndNoDesktop() throws Exception {
        var modules = Run.of(
                        Checkout.ROOT.resolve("modules/llmsim.it/target"),
                        Map.of(),
                        IMAGE + "/bin/java",
                        "--list-modules")
                .out()
                .lines()
                .map(line -> line.replaceFirst("@.*", ""))
                .collect(Collectors.toSet());

        assertThat(modules)
                .contains(
                        "llmsim.cli",
                        "llmsim.openai",
                        "llmsim.engine",
                        "llmsim.tokens",
                        "llmsim.jtokkit",
                        "llmsim.prometheus")
                .contains("llmsim.terminal", "dev.tamboui.widgets", "org.jline.terminal.ffm")
                .doesNotContain("java.desktop", "llmsim.testkit", "jtokkit");
    }

    /** They would cost every start and every server. */
    @Test
    void loadsNoClassOfTheDashboardsLibrariesWithoutIt() throws Exception {
        var run = Run.of(
                Checkout.ROOT.resolve("modules/llmsim.it/target"),
                Map.of("JAVA_OPTS", "-Xlog:class+load"),
                IMAGE + "/bin/llmsim",
                "config",
                "explain");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("llmsim.cli.Program").doesNotContain("dev.tamboui", "org.jline");
    }

    @Test
    void topSaysThatNobodyListens() throws Exception {
        var run = Run.of(
                Checkout.ROOT.resolve("modules/llmsim.it/target"),
                Map.of(),
                IMAGE + "/bin/llmsim",
                "top",
                "--url",
                "http://127.0.0.1:1");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).startsWith("llmsim: http://127.0.0.1:1 cannot be reached");
        assertThat(run.err().lines()).hasSize(1);
    }

    @Test
    void hasAPlaceForPluginsAndItsLicences() {
        assertThat(IMAGE.resolve("plugins")).isDirectory();
        assertThat(IMAGE.resolve("LICENSE")).isRegularFile();
        assertThat(IMAGE.resolve("bin/llmsim")).matches(Files::isExecutable, "is executable");
    }
}
