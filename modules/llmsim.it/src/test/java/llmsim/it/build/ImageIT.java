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
                .doesNotContain("java.desktop", "llmsim.testkit", "jtokkit");
    }

    @Test
    void hasAPlaceForPluginsAndItsLicences() {
        assertThat(IMAGE.resolve("plugins")).isDirectory();
        assertThat(IMAGE.resolve("LICENSE")).isRegularFile();
        assertThat(IMAGE.resolve("bin/llmsim")).matches(Files::isExecutable, "is executable");
    }
}
