package llmsim.engine.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import llmsim.api.model.Model;
import llmsim.engine.configuration.ModelSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {
    private static final Catalogue STANDARD = Catalogue.standard();

    @Test
    void aModelHasItsLimitsKindsAndPrices() {
        assertThat(STANDARD.find("gpt-4.1"))
                .contains(new Model(
                        "gpt-4.1",
                        "GPT-4.1",
                        "openai",
                        Optional.of(LocalDate.of(2025, 4, 14)),
                        1_047_576,
                        32_768,
                        Set.of("text", "image", "pdf"),
                        Set.of("text"),
                        false,
                        Optional.of(new Model.Prices(2, 8, 0.5))));
        assertThat(STANDARD.find("o3-mini")).hasValueSatisfying(model -> {
            assertThat(model.reasoning()).isTrue();
            assertThat(model.sees()).isFalse();
        });
        assertThat(STANDARD.find("gpt-image-1")).hasValueSatisfying(model -> {
            assertThat(model.contextWindow()).isZero();
            assertThat(model.prices()).isEmpty();
        });
    }

    @Test
    void everyProviderHasItsModels() {
        assertThat(STANDARD.all()).hasSize(101 + 16);
        assertThat(ids(STANDARD, "openai"))
                .hasSize(51 + 2 + 13)
                .contains("gpt-5", "o1-mini", "gpt-5.1-codex-max", "claude-3.5-sonnet");
        assertThat(ids(STANDARD, "anthropic"))
                .hasSize(24 + 1)
                .contains("claude-sonnet-4-5-20250929")
                .doesNotContain("claude-sonnet-4.5");
        assertThat(ids(STANDARD, "google")).hasSize(22).contains("gemini-2.5-pro");
        assertThat(ids(STANDARD, "deepseek")).hasSize(4);
        assertThat(ids(STANDARD, "nobody")).isEmpty();
    }

    @Test
    void theOrderIsTheSameEachTimeAndNoIdComesTwice() {
        assertThat(Catalogue.standard().all()).isEqualTo(STANDARD.all());
        assertThat(new HashSet<>(STANDARD.all().stream()
                        .map(model -> model.id().toLowerCase(Locale.ROOT))
                        .toList()))
                .hasSameSizeAs(STANDARD.all());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gpt-5-codex", "gpt-5-codex-mini", "gpt-5.2-codex", "gpt-5.3-codex", "o1-mini", "claude-3.5-sonnet",
                "claude-3.7-sonnet", "claude-sonnet-4", "claude-sonnet-4.5", "claude-opus-4", "claude-opus-4.5",
                        "claude-haiku-4.5"
            })
    void otherWellKnownNamesAreModelsToo(String id) {
        assertThat(STANDARD.find(id)).hasValueSatisfying(model -> {
            assertThat(model.id()).isEqualTo(id);
            assertThat(model.contextWindow()).isPositive();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "GPT-4O, gpt-4o",
        "Claude-3.5-Sonnet, claude-3.5-sonnet",
        "claude-3-5-sonnet-latest, claude-3-5-sonnet-20241022",
        "claude-3-7-sonnet, claude-3-7-sonnet-20250219",
        "CLAUDE-3-OPUS-LATEST, claude-3-opus-20240229",
        "claude-3-5-haiku-latest, claude-3-5-haiku-20241022",
        "claude-sonnet-4-5-latest, claude-sonnet-4-5",
        "claude-haiku-4-5, claude-haiku-4-5"
    })
    void aliasesAndOtherCaseLeadToTheModel(String written, String id) {
        assertThat(STANDARD.find(written).map(Model::id)).contains(id);
    }

    @Test
    void anUnknownNameIsNotFoundButAccepted() {
        assertThat(STANDARD.find("my-model")).isEmpty();
        assertThat(STANDARD.find("")).isEmpty();
        assertThat(STANDARD.acceptsUnknown()).isTrue();
        assertThat(Catalogue.of(new ModelSettings(List.of(), true)).acceptsUnknown())
                .isFalse();
    }

    @Test
    void onlyAvailableModelsAreListedAndFoundInTheUsersOrder() {
        var models = available("My-Model", "gpt-4o", "claude-3-5-sonnet-latest", "GPT-4", "my-model");

        assertThat(ids(models, "openai")).containsExactly("My-Model", "gpt-4o", "gpt-4");
        assertThat(ids(models, "anthropic")).containsExactly("My-Model", "claude-3-5-sonnet-latest");
        assertThat(ids(models, "google")).containsExactly("My-Model");
        assertThat(models.find("gpt-5")).isEmpty();
        assertThat(models.find("GPT-4o").map(Model::contextWindow)).contains(128_000);
        assertThat(models.find("claude-3-5-sonnet-latest").map(Model::contextWindow))
                .contains(200_000);
        assertThat(models.acceptsUnknown()).isTrue();
    }

    @Test
    void anAliasOfAnAvailableModelIsAvailableToo() {
        assertThat(available("claude-3-opus-20240229").find("claude-3-opus").map(Model::id))
                .contains("claude-3-opus-20240229");
    }

    @Test
    void ofAnUnknownAvailableModelNothingIsChecked() {
        assertThat(available("my-model").find("MY-MODEL")).hasValueSatisfying(model -> {
            assertThat(model.id()).isEqualTo("my-model");
            assertThat(model.ownedBy()).isEqualTo("llmsim");
            assertThat(model.contextWindow()).isZero();
            assertThat(model.maxOutputTokens()).isZero();
            assertThat(model.sees()).isTrue();
            assertThat(model.released()).isEmpty();
            assertThat(model.prices()).isEmpty();
        });
    }

    @Test
    void noAliasHidesAnId() {
        var ids = new HashSet<>(STANDARD.all().stream().map(Model::id).toList());
        assertThat(CatalogueFile.read())
                .allSatisfy(entry -> assertThat(entry.aliases()).doesNotContainAnyElementsOf(ids));
    }

    @Test
    void theLicenceOfTheDataComesWithIt() throws IOException {
        try (var licence = Catalogue.class.getModule().getResourceAsStream("META-INF/LICENSE-models.dev")) {
            assertThat(new String(licence.readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("MIT License");
        }
    }

    private static Catalogue available(String... names) {
        return Catalogue.of(new ModelSettings(List.of(names), false));
    }

    private static List<String> ids(Catalogue models, String provider) {
        return models.ownedBy(provider).stream().map(Model::id).toList();
    }
}
