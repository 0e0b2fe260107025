package llmsim.engine.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import llmsim.api.content.Message;
import llmsim.api.content.Part;
import llmsim.api.content.Role;
import llmsim.api.prompt.Prompt;
import llmsim.api.settings.Settings;
import llmsim.api.settings.SettingsException;
import llmsim.api.spi.ResponseGenerator;
import llmsim.tokens.JtokkitTokenizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeneratedTextTest {
    private static final JtokkitTokenizer TOKENIZER = new JtokkitTokenizer();
    private static final Prompt EMPTY = Prompt.of("gpt-4", List.of());

    @Test
    void theSameSeedSaysTheSame() {
        assertThat(say(new Lorem(), 24, 7))
                .isEqualTo("Metus vivamus est ligula at magna euismod leo elit posuere iaculis quam tortor.");
        assertThat(say(new RandomWords(), 12, 7))
                .isEqualTo("borrow wagon puzzle thunder year swan brother cedar rapid cherry canyon");
        assertThat(say(new Lorem(), 24, 7)).isEqualTo(say(new Lorem(), 24, 7)).isNotEqualTo(say(new Lorem(), 24, 8));
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {"0,''", "1,1", "2,1.", "3,1 2", "4,1 2.", "5,1 2 3", "21,1 2 3 4 5 6 7 8 9 10 11"})
    void sequenceCounts(int target, String text) {
        assertThat(say(new Sequence(), target, 0)).isEqualTo(text);
    }

    @Test
    void loremIsWrittenInSentences() {
        for (var seed = 0; seed < 200; seed++) {
            var text = say(new Lorem(), 2 + seed, seed);
            assertThat(text).matches("([A-Z][a-z]*(,? [a-z]+)*\\. )*[A-Z][a-z]*(,? [a-z]+)*\\.");
        }
    }

    @Test
    void loremHasSentencesOfReadableLength() {
        var sentences = List.of(say(new Lorem(), 5000, 3).split("\\. "));

        assertThat(sentences.subList(0, sentences.size() - 1))
                .allSatisfy(sentence -> assertThat(sentence.split(" ")).hasSizeBetween(4, 14));
    }

    @Test
    void randomUsesManyWords() {
        Set<String> words =
                new TreeSet<>(List.of(say(new RandomWords(), 3000, 1).split(" ")));

        assertThat(words).hasSizeGreaterThan(300).allMatch(word -> word.matches("[a-z]+"));
    }

    @Test
    void echoSaysTheLastUserMessage() {
        var prompt = Prompt.of(
                "gpt-4",
                List.of(
                        Message.of(Role.USER, "first"),
                        Message.of(Role.ASSISTANT, "answer"),
                        Message.of(Role.USER, List.of(new Part.Text("two"), new Part.Text("lines"))),
                        Message.of(Role.ASSISTANT, "more")));

        assertThat(say(new Echo(), prompt, 3, 0)).isEqualTo("two\nlines");
        assertThat(say(new Echo(), 3, 0)).isEqualTo("There is no user message to echo.");
    }

    @Test
    void fixedSaysItsText() {
        var fixed = new Fixed().configured(Settings.ofArgument("Hello: you"));

        assertThat(say(fixed, 3, 0)).isEqualTo("Hello: you");
        assertThat(fixed.name()).isEqualTo("fixed");
    }

    @Test
    void fixedWithoutATextSaysWhatIsMissing() {
        assertThatThrownBy(() -> new Fixed().configured(Settings.NONE))
                .isInstanceOf(SettingsException.class)
                .hasMessage("the generator 'fixed' needs the text that it says behind a colon, such as 'fixed:Hello!'");
    }

    @Test
    void fixedKnowsNothingButItsText() {
        var settings = Settings.ofArgument("Hi").with("text", new Settings.Value("Ho", "f.yaml:1:2"));

        assertThatThrownBy(() -> new Fixed().configured(settings))
                .hasMessage("f.yaml:1:2: unknown setting 'text'; choices: argument");
    }

    @Test
    void theOthersRefuseAText() {
        for (var generator : List.of(new Lorem(), new RandomWords(), new Sequence(), new Echo())) {
            assertThat(generator.configured(Settings.NONE)).isSameAs(generator);
            assertThatThrownBy(() -> generator.configured(Settings.ofArgument("Hi")))
                    .isInstanceOf(SettingsException.class)
                    .hasMessage(
                            "the generator '%s' takes no text behind a colon, but got 'Hi'; 'fixed:Hi' says that text",
                            generator.name());
        }
    }

    private static String say(ResponseGenerator generator, int target, long seed) {
        return say(generator, EMPTY, target, seed);
    }

    private static String say(ResponseGenerator generator, Prompt prompt, int target, long seed) {
        var context = new PlainContext(0, target, TOKENIZER.encodingFor("gpt-4"), new SplittableRandom(seed));
        return TargetTokensTest.text(generator.generate(prompt, context));
    }
}
