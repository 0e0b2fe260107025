package llmsim.engine.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import llmsim.api.model.Model;
import llmsim.api.problem.Period;
import llmsim.api.problem.Quantity;
import llmsim.api.settings.SettingsException;
import llmsim.engine.catalogue.Catalogue;
import llmsim.engine.configuration.LimitSettings;
import llmsim.engine.configuration.RateLimit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TiersTest {
    @Test
    void thereAreThoseOfOpenAiAndAnthropic() {
        assertThat(Tiers.names())
                .containsExactly(
                        "openai-free",
                        "openai-tier-1",
                        "openai-tier-2",
                        "openai-tier-3",
                        "openai-tier-4",
                        "openai-tier-5",
                        "anthropic-tier-1",
                        "anthropic-tier-2",
                        "anthropic-tier-3",
                        "anthropic-tier-4");
        assertThat(Tiers.names())
                .allSatisfy(name -> assertThat(Tiers.named(name)).isNotEmpty());
    }

    @Test
    void aWrongNameTellsTheChoices() {
        assertThatThrownBy(() -> Tiers.check(List.of("openai-tier-1", "openai-tier1")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("unknown tier 'openai-tier1'")
                .hasMessageContaining("openai-tier-1")
                .hasMessageContaining("anthropic-tier-4");
    }

    @ParameterizedTest
    @CsvSource({
        "openai-tier-1, gpt-5, gpt-5, 500, 0, 500000",
        "openai-tier-1, gpt-5-2025-08-07, gpt-5, 500, 0, 500000",
        "openai-tier-5, GPT-5.5, gpt-5.5, 15000, 0, 40000000",
        "openai-tier-5, gpt-5-mini, gpt-5-mini*, 30000, 0, 180000000",
        "openai-tier-1, gpt-5-nano, gpt-5-nano*, 500, 0, 200000",
        "openai-tier-1, gpt-5.1-codex-max, gpt-5.*-codex*, 500, 0, 500000",
        "openai-tier-1, gpt-5.2-pro, gpt-5.2-pro*, 500, 0, 30000",
        "openai-tier-1, gpt-4o-2024-08-06, gpt-4o, 500, 0, 30000",
        "openai-tier-1, gpt-4o-mini, gpt-4o-mini*, 500, 10000, 200000",
        "openai-tier-1, o4-mini, o4-mini, 1000, 0, 100000",
        "openai-free, gpt-4o-mini, gpt-4o-mini*, 3, 200, 40000",
        "openai-tier-2, text-embedding-3-small, text-embedding-3-small, 5000, 0, 1000000"
    })
    void numbersAreTheProviders(String tier, String model, String family, long rpm, long rpd, long tpm) {
        var found = Families.of(LimitSettings.tier(tier)).find(model).orElseThrow();
        var limits = limits(found.plan());

        assertThat(found.name()).isEqualTo(family);
        assertThat(limits.get("REQUESTS MINUTE")).isEqualTo(rpm);
        assertThat(limits.getOrDefault("REQUESTS DAY", 0L)).isEqualTo(rpd);
        assertThat(limits.get("TOKENS MINUTE")).isEqualTo(tpm);
    }

    @Test
    void anthropicLimitsInputAndOutputApartAndOneFamilyTogether() {
        var families = Families.of(LimitSettings.tier("anthropic-tier-2"));
        var found = families.find("claude-opus-4-5").orElseThrow();

        assertThat(limits(found.plan()))
                .isEqualTo(Map.of(
                        "REQUESTS MINUTE", 1_000L, "INPUT_TOKENS MINUTE", 450_000L, "OUTPUT_TOKENS MINUTE", 90_000L));
        assertThat(families.find("claude-opus-4-1-20250805").orElseThrow().name())
                .isEqualTo(found.name());
        assertThat(families.find("gpt-5")).isEmpty();
    }

    @Test
    void everyOpenAiModelOfTheCatalogueThatAnswersInTextHasATier() {
        var families = Families.of(LimitSettings.tier("openai-tier-1"));

        assertThat(Catalogue.standard().all().stream()
                        .filter(model -> model.ownedBy().equals("openai"))
                        .filter(model -> model.output().contains("text")
                                && !model.output().contains("image"))
                        .map(Model::id)
                        .filter(id -> families.find(id).isEmpty()))
                .isEmpty();
    }

    @Test
    void theMoreSpecificSettingWins() {
        var rpm = new RateLimit(Quantity.REQUESTS, Period.MINUTE, 10);
        var tpm = new RateLimit(Quantity.TOKENS, Period.MINUTE, 20);
        var fewer = new RateLimit(Quantity.REQUESTS, Period.MINUTE, 1);
        var families = Families.of(new LimitSettings(
                List.of("openai-tier-1", "anthropic-tier-1"),
                LimitSettings.USUAL_SCOPE,
                List.of(rpm),
                Map.of("gpt-4o*", List.of(fewer), "gpt-4o-mini*", List.of(tpm)),
                List.of(),
                OptionalDouble.empty()));

        assertThat(limits(families.find("gpt-5").orElseThrow().plan()))
                .isEqualTo(Map.of("REQUESTS MINUTE", 10L, "TOKENS MINUTE", 500_000L));
        assertThat(limits(families.find("gpt-4o").orElseThrow().plan()))
                .isEqualTo(Map.of("REQUESTS MINUTE", 1L, "TOKENS MINUTE", 30_000L));
        assertThat(limits(families.find("gpt-4o-mini").orElseThrow().plan()))
                .isEqualTo(Map.of("REQUESTS MINUTE", 10L, "TOKENS MINUTE", 20L, "REQUESTS DAY", 10_000L));
        assertThat(limits(families.find("unheard-of").orElseThrow().plan())).isEqualTo(Map.of("REQUESTS MINUTE", 10L));
    }

    private static Map<String, Long> limits(Plan plan) {
        return plan.scales().stream()
                .map(Scale::rate)
                .collect(Collectors.toMap(rate -> rate.quantity() + " " + rate.period(), RateLimit::limit));
    }
}
