package llmsim.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelPrefixTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "gpt-5",
                "gpt-5.1-codex-max",
                "gpt-5-mini",
                "gpt-4o",
                "gpt-4o-mini",
                "gpt-4.1",
                "gpt-4.1-nano",
                "o1",
                "o1-mini",
                "o3-deep-research",
                "o4-mini",
                "chatgpt-4o-latest",
                "gpt-4.5-preview",
                "gpt-oss-120b",
                "ft:gpt-4o-mini:acme::x"
            })
    void newerModelsUseO200k(String model) {
        assertVocabulary(model, Vocabulary.O200K_BASE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gpt-4", "gpt-4-turbo", "gpt-4-0613", "gpt-3.5-turbo", "text-embedding-ada-002",
                        "text-embedding-3-small",
                "claude-sonnet-4-5", "gemini-2.5-pro", "deepseek-chat", "davinci-002", "babbage-002",
                        "ft:gpt-3.5-turbo:acme::x",
                "some-model", "", "o", "O2", "ft:", "my-gpt-5"
            })
    void olderForeignAndUnknownModelsUseCl100k(String model) {
        assertVocabulary(model, Vocabulary.CL100K_BASE);
    }

    @ParameterizedTest
    @CsvSource({
        "text-davinci-002, P50K_BASE",
        "text-davinci-003, P50K_BASE",
        "text-davinci-edit-001, P50K_BASE",
        "code-davinci-002, P50K_BASE",
        "code-cushman-001, P50K_BASE",
        "text-davinci-001, R50K_BASE",
        "code-search-ada-code-001, R50K_BASE",
        "text-similarity-curie-001, R50K_BASE",
        "ada, R50K_BASE",
        "babbage, R50K_BASE",
        "curie, R50K_BASE",
        "davinci, R50K_BASE"
    })
    void oldCompletionModelsUseTheSmallVocabularies(String model, Vocabulary vocabulary) {
        assertVocabulary(model, vocabulary);
    }

    private static void assertVocabulary(String model, Vocabulary vocabulary) {
        assertThat(ModelPrefix.vocabularyOf(model)).isEqualTo(vocabulary);
        assertThat(ModelPrefix.vocabularyOf(model.toUpperCase(Locale.ROOT))).isEqualTo(vocabulary);
    }
}
