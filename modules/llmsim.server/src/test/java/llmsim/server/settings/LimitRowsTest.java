package llmsim.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import llmsim.api.problem.Period;
import llmsim.api.problem.Quantity;
import llmsim.engine.configuration.LimitScope;
import llmsim.engine.configuration.LimitSettings;
import llmsim.engine.configuration.RateLimit;
import llmsim.server.document.ConfigurationError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitRowsTest {
    @TempDir
    Path folder;

    @Test
    void aFileCanSayAll() throws IOException {
        var values = SettingsReading.read(file("""
                limits:
                  tier: [openai-tier-1, anthropic-tier-2]
                  per: key
                  requests_per_minute: 60
                  output_tokens_per_day: 10000000000
                  models:
                    "gpt-5*": {tokens_per_minute: 5, input_tokens_per_minute: 6}
                    o3: {requests_per_day: 7}
                  all: {requests_per_minute: 500}
                  max_spend_dollars: 2.5
                """)).values();

        assertThat(LimitRows.settings(values))
                .isEqualTo(new LimitSettings(
                        List.of("openai-tier-1", "anthropic-tier-2"),
                        Set.of(LimitScope.KEY),
                        List.of(
                                new RateLimit(Quantity.REQUESTS, Period.MINUTE, 60),
                                new RateLimit(Quantity.OUTPUT_TOKENS, Period.DAY, 10_000_000_000L)),
                        Map.of(
                                "gpt-5*",
                                List.of(
                                        new RateLimit(Quantity.TOKENS, Period.MINUTE, 5),
                                        new RateLimit(Quantity.INPUT_TOKENS, Period.MINUTE, 6)),
                                "o3",
                                List.of(new RateLimit(Quantity.REQUESTS, Period.DAY, 7))),
                        List.of(new RateLimit(Quantity.REQUESTS, Period.MINUTE, 500)),
                        OptionalDouble.of(2.5)));
    }

    @Test
    void theEnvironmentCanSayTheSimpleOnes() {
        var variables = Map.of(
                "LLMSIM_LIMITS_TIER", "openai-free",
                "LLMSIM_LIMITS_PER", "all",
                "LLMSIM_LIMITS_TOKENS_PER_MINUTE", "9");
        var settings = LimitRows.settings(
                SettingsReading.read(Sources.NONE.withEnvironment(variables)).values());

        assertThat(settings.tiers()).containsExactly("openai-free");
        assertThat(settings.per()).isEmpty();
        assertThat(settings.usual()).containsExactly(new RateLimit(Quantity.TOKENS, Period.MINUTE, 9));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tier: openai-tier1|limits.tier must be the name of a tier, or a list of them, not 'openai-tier1'; did you"
                        + " mean 'openai-tier-1'? choices: openai-free, openai-tier-1",
                "per: [key, user]|limits.per must be key, model, both, or all, not 'user'; choices: key, model, all",
                "requests_per_minute: 0|limits.requests_per_minute must be a whole number from 1 to 10000000000, not '0'",
                "models: {gpt-5: {requests: 3}}|unknown key 'limits.models.gpt-5.requests'; choices: requests_per_minute",
                "models: {gpt-5: {requests_per_day: -1}}|limits.models.gpt-5.requests_per_day must be a whole number",
                "models: 3|limits.models must be model names with limits, not '3'",
                "all: {tokens_per_minute: many}|limits.all.tokens_per_minute must be a whole number",
                "max_spend_dollars: -1|limits.max_spend_dollars must be a number of US dollars from 0, not '-1'",
                "max_spend_dollars: NaN|limits.max_spend_dollars must be a number of US dollars from 0, not 'NaN'"
            })
    void mistakesAreToldWithTheirPlace(String line, String expected) throws IOException {
        var errors = SettingsReading.read(file("limits:\n  " + line + "\n")).errors();

        assertThat(errors).hasSize(1);
        assertThat(errors.getFirst())
                .extracting(ConfigurationError::text)
                .asString()
                .contains(":2:")
                .contains(expected);
    }

    private Sources file(String yaml) throws IOException {
        var file = folder.resolve("llmsim.yaml");
        Files.writeString(file, yaml);
        return Sources.NONE.withFile(file);
    }
}
