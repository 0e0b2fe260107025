package llmsim.engine.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import llmsim.api.content.Part;
import llmsim.api.prompt.Prompt;
import llmsim.api.reply.Completion;
import llmsim.api.reply.Finish;
import llmsim.api.spi.ResponseGenerator;
import llmsim.api.spi.Tokenizer;
import llmsim.tokens.JtokkitTokenizer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lorem, random and sequence have exactly as many tokens as they are asked for. */
class TargetTokensTest {
    private static final Tokenizer TOKENIZER = new JtokkitTokenizer();
    private static final List<String> MODELS = List.of("gpt-5", "gpt-4", "text-davinci-003", "davinci");
    private static final List<ResponseGenerator> GENERATORS = List.of(new Lorem(), new RandomWords(), new Sequence());
    private static final Prompt PROMPT = Prompt.of("any", List.of());

    static Stream<ResponseGenerator> generators() {
        return GENERATORS.stream();
    }

    @Provide
    static Arbitrary<ResponseGenerator> anyGenerator() {
        return Arbitraries.of(GENERATORS);
    }

    @Provide
    static Arbitrary<String> anyModel() {
        return Arbitraries.of(MODELS);
    }

    @ParameterizedTest
    @MethodSource("generators")
    void everyTargetUpTo2000IsMetInEveryVocabulary(ResponseGenerator generator) {
        for (var model : MODELS) {
            for (var target = 0; target <= 2000; target++) {
                assertThat(tokens(generator, model, target, target))
                        .as("%s %s %s", generator.name(), model, target)
                        .isEqualTo(target);
            }
        }
    }

    @Property(tries = 500)
    void anyTargetIsMetWithAnySeed(
            @ForAll("anyGenerator") ResponseGenerator generator,
            @ForAll("anyModel") String model,
            @ForAll @IntRange(max = 20_000) int target,
            @ForAll long seed) {
        assertThat(tokens(generator, model, target, seed)).isEqualTo(target);
    }

    private static int tokens(ResponseGenerator generator, String model, int target, long seed) {
        var encoding = TOKENIZER.encodingFor(model);
        var completion = generator.generate(PROMPT, new PlainContext(0, target, encoding, new SplittableRandom(seed)));
        assertThat(completion.finish()).isEqualTo(Finish.STOP);
        return encoding.count(text(completion));
    }

    static String text(Completion completion) {
        return ((Part.Text) completion.parts().getFirst()).text();
    }
}
