package llmsim.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.charset.StandardCharsets;
import llmsim.api.spi.Tokenizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JtokkitTokenizerTest {
    private final Tokenizer tokenizer = new JtokkitTokenizer();

    /** Numbers as tiktoken gives them. */
    @ParameterizedTest
    @CsvSource({
        "gpt-5, o200k_base, 4",
        "gpt-4, cl100k_base, 4",
        "text-davinci-003, p50k_base, 4",
        "davinci, r50k_base, 4"
    })
    void encodesByTheModelsVocabulary(String model, String name, int tokens) {
        assertThat(tokenizer.encodingFor(model).name()).isEqualTo(name);
        assertThat(tokenizer.encodingFor(model).count("Hello, world!")).isEqualTo(tokens);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<|endoftext|>", "<|fim_prefix|>x<|fim_suffix|>", "a <|endofprompt|> b"})
    void specialTokensAreOrdinaryText(String text) {
        for (var model : new String[] {"gpt-5", "gpt-4", "code-davinci-002", "ada"}) {
            var split = tokenizer.encodingFor(model).split(text);
            assertThat(split.tokens()).isGreaterThan(3);
            assertThat(split.piece(0)).doesNotContain("|>");
        }
    }

    @Test
    void aCodePointOfSeveralTokensIsOnePiece() {
        var split = tokenizer.encodingFor("davinci").split("x👋y");

        assertThat(split.size()).isEqualTo(3);
        assertThat(split.piece(1)).isEqualTo("👋");
        assertThat(split.tokens(1)).isGreaterThan(1);
    }

    @Test
    void loneSurrogatesCountAsReplacementCharactersAndStayInTheText() {
        var encoding = tokenizer.encodingFor("gpt-4");

        assertThat(encoding.count("a\ud800b")).isEqualTo(encoding.count("a\ufffdb"));
        assertThat(encoding.split("a\udc00b").piece(1)).isEqualTo("\udc00");
    }

    @Test
    void isProvidedToModulesAndToTheClassPath() throws IOException {
        var module = JtokkitTokenizer.class.getModule();

        assertThat(tokenizer.name()).isEqualTo("jtokkit");
        assertThat(module.getDescriptor().provides())
                .filteredOn(provided -> provided.service().equals(Tokenizer.class.getName()))
                .flatExtracting(ModuleDescriptor.Provides::providers)
                .containsExactly(JtokkitTokenizer.class.getName());
        try (var file = module.getResourceAsStream("META-INF/services/" + Tokenizer.class.getName())) {
            assertThat(new String(file.readAllBytes(), StandardCharsets.UTF_8).lines())
                    .containsExactly(JtokkitTokenizer.class.getName());
        }
    }

    @Test
    void tokensCanBeCountedAlone() {
        assertThat(new Tokens().count("gpt-5", "Hello, world!")).isEqualTo(4);
        assertThat(new Tokens(tokenizer).pieces("gpt-5", "Hello, world!")).containsExactly("Hello", ",", " world", "!");
    }
}
