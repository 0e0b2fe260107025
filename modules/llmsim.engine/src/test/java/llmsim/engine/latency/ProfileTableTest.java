package llmsim.engine.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import llmsim.api.settings.SettingsException;
import llmsim.api.spi.LatencyProfile;
import llmsim.engine.configuration.LatencySettings;
import llmsim.engine.match.Glob;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTableTest {
    private final ProfileTable table = ProfileTable.standard();

    @ParameterizedTest
    @CsvSource({
        "gpt5, 600, 150, 40, 12",
        "gpt5-mini, 300, 80, 20, 6",
        "o-series, 2000, 500, 30, 10",
        "gpt4, 800, 200, 50, 15",
        "gpt35-turbo, 300, 80, 20, 6",
        "gpt4o, 400, 100, 25, 8",
        "claude-opus, 1000, 250, 60, 20",
        "claude-sonnet, 500, 120, 30, 10",
        "claude-haiku, 200, 50, 15, 5",
        "gemini-pro, 600, 150, 35, 10",
        "gemini-flash, 200, 50, 15, 5",
        "deepseek, 500, 120, 30, 10",
        "deepseek-reasoner, 1500, 400, 25, 8",
        "instant, 0, 0, 0, 0",
        "fast, 10, 2, 1, 0"
    })
    void everyProfileHasItsNumbers(String name, double ttft, double ttftStddev, double tbt, double tbtStddev) {
        assertThat(table.named(name)).isEqualTo(DrawnProfile.normal(name, ttft, ttftStddev, tbt, tbtStddev));
        assertThat(table.names()).hasSize(15).contains(name);
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-5, gpt5",
        "gpt-5.1-codex-max, gpt5",
        "gpt-5-nano, gpt5",
        "gpt-5-mini, gpt5-mini",
        "gpt-5.1-codex-mini, gpt5-mini",
        "gpt-5-mini-2025-08-07, gpt5-mini",
        "o1, o-series",
        "o1-mini, o-series",
        "o3-deep-research, o-series",
        "o4-mini, o-series",
        "gpt-4, gpt4",
        "gpt-4-turbo, gpt4",
        "gpt-4.1-mini, gpt4",
        "gpt-3.5-turbo, gpt35-turbo",
        "gpt-4o, gpt4o",
        "gpt-4o-mini, gpt4o",
        "claude-opus-4-5, claude-opus",
        "claude-3-opus-20240229, claude-opus",
        "claude-3.5-sonnet, claude-sonnet",
        "claude-haiku-4-5-20251001, claude-haiku",
        "gemini-2.5-pro, gemini-pro",
        "gemini-2.5-flash-lite, gemini-flash",
        "gemini-flash-latest, gemini-flash",
        "deepseek-chat, deepseek",
        "deepseek-r1, deepseek-reasoner",
        "deepseek-reasoner, deepseek-reasoner",
        "my-own-model, gpt5",
        "o5, gpt5",
        "gpt-, gpt5",
        "'', gpt5"
    })
    void aModelHasTheProfileOfItsMostSpecificPattern(String model, String profile) {
        assertThat(table.forModel(model).name()).isEqualTo(profile);
        assertThat(table.forModel(model.toUpperCase(Locale.ROOT)).name()).isEqualTo(profile);
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-5, gpt5",
        "GPT5, gpt5",
        "gpt-5-mini, gpt5-mini",
        "o1, o-series",
        "o3, o-series",
        "o4, o-series",
        "gpt-4, gpt4",
        "gpt-3.5-turbo, gpt35-turbo",
        "gpt-4o, gpt4o",
        "opus, claude-opus",
        "Sonnet, claude-sonnet",
        "haiku, claude-haiku",
        "gemini, gemini-pro",
        "deepseek-chat, deepseek",
        "deepseek-r1, deepseek-reasoner"
    })
    void aliasesAreNamesToo(String alias, String profile) {
        assertThat(table.named(alias).name()).isEqualTo(profile);
    }

    @Test
    void anUnknownNameIsAnErrorThatNamesTheNearestAndAll() {
        assertThatThrownBy(() -> table.named("sonet"))
                .isInstanceOf(SettingsException.class)
                .hasMessage(
                        "unknown latency profile 'sonet'; did you mean 'sonnet'? choices: gpt5, gpt5-mini, o-series,"
                                + " gpt4, gpt35-turbo, gpt4o, claude-opus, claude-sonnet, claude-haiku, gemini-pro, gemini-flash,"
                                + " deepseek, deepseek-reasoner, instant, fast");
        assertThatThrownBy(() -> table.named("mainframe"))
                .hasMessageStartingWith("unknown latency profile 'mainframe'; choices: gpt5, ");
        assertThat(table.find("mainframe")).isEmpty();
    }

    @Test
    void foundProfilesStandBesideTheTable() {
        LatencyProfile mars = DrawnProfile.normal("mars", 180_000, 0, 1, 0);
        var more = ProfileTable.with(List.of(mars));

        assertThat(more.named("Mars")).isSameAs(mars);
        assertThat(more.names()).hasSize(16).endsWith("mars");
        assertThat(more.forModel("gpt-5").name()).isEqualTo("gpt5");
        assertThatThrownBy(() -> more.named("marz")).hasMessageContaining("did you mean 'mars'?");
    }

    @Test
    void aFoundProfileTakesThePlaceOfOneOfTheSameName() {
        var own = DrawnProfile.normal("gpt4o", 1, 0, 1, 0);

        assertThat(ProfileTable.with(List.of(own)).forModel("gpt-4o-mini")).isSameAs(own);
        assertThat(ProfileTable.with(List.of(own)).names()).hasSize(15);
    }

    @Test
    void settingsChoose() {
        assertThat(table.choose(LatencySettings.BY_MODEL).forModel("o3").name()).isEqualTo("o-series");
        assertThat(table.choose(new LatencySettings.Named("haiku"))
                        .forModel("o3")
                        .name())
                .isEqualTo("claude-haiku");
        assertThat(table.choose(LatencySettings.Custom.DEFAULT).forModel("o3"))
                .isEqualTo(DrawnProfile.normal("custom", 600, 150, 40, 12));
        assertThatThrownBy(() -> table.choose(new LatencySettings.Named("x"))).isInstanceOf(SettingsException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a*b", "ab*", "*ab", "*a*b*", "ab", "*"})
    void patternsFitWhatTheySay(String pattern) {
        assertThat(Glob.of(pattern).matches("ab")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab*b", "a*ab", "*b*a*", "a", "abc", "b*"})
    void patternsFitNothingElse(String pattern) {
        assertThat(Glob.of(pattern).matches("ab")).isFalse();
    }
}
