package llmsim.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/configuration.md} holds the table of settings as it is. With {@code -Dllmsim.golden=write} the table is
 * written instead.
 */
class ConfigurationPageTest {
    private static final String END = "<!-- settings: end -->";

    @Test
    void thePageHoldsTheTable() throws IOException {
        var file = Path.of(System.getProperty("basedir"), "..", "..", "docs", "configuration.md");
        var page = Files.readString(file).replace("\r\n", "\n");
        var begin = page.indexOf("-->\n", page.indexOf("<!-- settings: this")) + "-->\n".length();
        var written = page.substring(0, begin) + table() + page.substring(page.indexOf(END));
        if (System.getProperty("llmsim.golden", "").equals("write")) {
            Files.writeString(file, written);
        }

        assertThat(Files.readString(file).replace("\r\n", "\n")).isEqualTo(written);
    }

    private static String table() {
        var rows = SettingsTable.ALL.stream().map(ConfigurationPageTest::row);
        return Stream.concat(
                        Stream.of(
                                "",
                                "| key | default | environment, flag | changes while it runs | what it does |",
                                "|---|---|---|---|---|"),
                        rows)
                .collect(Collectors.joining("\n", "", "\n\n"));
    }

    private static String row(Setting<?> setting) {
        var usual = switch (setting.fallback()) {
            case Setting.Fallback.Written(var text) -> "`" + text + "`";
            case Setting.Fallback.None(var text) -> text;
        };
        var names = Stream.concat(setting.variables().stream(), setting.flag().stream())
                .map(name -> "`" + name + "`")
                .collect(Collectors.joining("<br>"));
        var changes = setting.changeable() ? "yes" : "";
        return Stream.of("`" + setting.key() + "`", usual, names, changes, setting.sentence())
                .collect(Collectors.joining(" | ", "| ", " |"));
    }
}
