package llmsim.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.stream.Stream;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.Origin;
import llmsim.server.document.Raw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table keeps its own rules. */
class SettingsTableTest {
    static Stream<Setting<?>> settings() {
        return SettingsTable.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("settings")
    void aDefaultIsAValueOfItsSetting(Setting<?> setting) {
        var errors = new ArrayList<ConfigurationError>();
        if (setting.fallback() instanceof Setting.Fallback.Written(var text)) {
            assertThat(setting.reader().read(new Raw.Scalar(text, new Origin.Default()), errors::add))
                    .isPresent();
        }
        assertThat(errors).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("settings")
    void keysAreSnakeCaseAndSentencesEnd(Setting<?> setting) {
        assertThat(setting.key()).matches("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*");
        assertThat(setting.sentence()).endsWith(".").doesNotContain("\n", "|");
    }

    @Test
    void keysVariablesAndFlagsAreUnique() {
        assertThat(SettingsTable.ALL).extracting(Setting::key).doesNotHaveDuplicates();
        assertThat(SettingsTable.ALL.stream().flatMap(setting -> setting.variables().stream()))
                .doesNotHaveDuplicates()
                .contains(
                        "LLMSIM_PORT",
                        "LLMSIM_HOST",
                        "LLMSIM_SERVER_PORT",
                        "LLMSIM_SERVER_HOST",
                        "LLMSIM_LATENCY_TTFT_MEAN_MS");
        assertThat(SettingsTable.ALL.stream().flatMap(setting -> setting.flag().stream()))
                .doesNotHaveDuplicates();
    }
}
