package llmsim.it.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** A JVM that must have the cache does not start when anything of the image differs from the day of its making. */
    @Test
    void hasACacheOfItsStartThatFitsItsLauncher() throws Exception {
        var cache = "-XX:AOTMode=on -XX:AOTCache=" + IMAGE.resolve("lib/llmsim.aot");
        var run = Run.of(
                Checkout.ROOT.resolve("modules/llmsim.it/target"),
                Map.of("JAVA_OPTS", cache + " -Xlog:class+load"),
                IMAGE + "/bin/llmsim",
                "--version");

        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .containsPattern("llmsim\\.server\\.http\\.Front source: shared objects file")
                .containsPattern("(?m)^llmsim [0-9]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-XX:+UseZGC", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-XX:-UseCompressedOops"})
    void startsInSilenceWhereTheCacheDoesNotFit(String option) throws Exception {
        var run = Run.of(
                Checkout.ROOT.resolve("modules/llmsim.it/target"),
                Map.of("JAVA_OPTS", option),
                IMAGE + "/bin/llmsim",
                "--version");

        assertThat(run).isEqualTo(new Run(0, run.out(), ""));
        assertThat(run.out().lines()).hasSize(1);
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
