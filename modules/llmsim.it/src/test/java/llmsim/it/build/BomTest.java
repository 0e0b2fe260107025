package llmsim.it.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The bill of materials against the modules there are. */
class BomTest {
    private static final Path BOM = Checkout.ROOT.resolve("modules/llmsim.bom/pom.xml");
    private static final Pattern VERSION = Pattern.compile("<version>([^<$]+)</version>");

    @Test
    void listsEveryPublishedModuleAndNoOther() throws IOException {
        var published = modules().stream()
                .filter(module -> !module.equals("llmsim.bom"))
                .filter(module -> !pom(module).contains("<maven.deploy.skip>true</maven.deploy.skip>"))
                .toList();

        assertThat(published).contains("llmsim.api", "llmsim.jtokkit");
        assertThat(all("<artifactId>(llmsim\\.(?!bom)[^<]+)</artifactId>", Files.readString(BOM)))
                .containsExactlyInAnyOrderElementsOf(published);
    }

    @Test
    void hasTheVersionOfTheProject() throws IOException {
        assertThat(first(Files.readString(BOM))).isEqualTo(first(Files.readString(Checkout.ROOT.resolve("pom.xml"))));
    }

    @Test
    void everyFolderOfAModuleIsBuilt() throws IOException {
        try (var folders = Files.list(Checkout.ROOT.resolve("modules"))) {
            assertThat(folders.filter(folder -> Files.exists(folder.resolve("pom.xml"))))
                    .map(folder -> folder.getFileName().toString())
                    .containsExactlyInAnyOrderElementsOf(modules());
        }
    }

    private static List<String> modules() throws IOException {
        return all("<module>modules/([^<]+)</module>", Files.readString(Checkout.ROOT.resolve("pom.xml")));
    }

    private static String pom(String module) {
        try {
            return Files.readString(Checkout.ROOT.resolve("modules/" + module + "/pom.xml"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> all(String regex, String text) {
        return Pattern.compile(regex)
                .matcher(text)
                .results()
                .map(m -> m.group(1))
                .toList();
    }

    private static String first(String pom) {
        var matcher = VERSION.matcher(pom);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
