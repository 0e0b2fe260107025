package llmsim.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import llmsim.api.content.Part;
import llmsim.api.prompt.Prompt;
import llmsim.api.prompt.Tool;
import llmsim.api.prompt.ToolChoice;
import llmsim.api.reply.Completion;
import llmsim.api.reply.FinishReason;
import llmsim.api.spi.GenerationContext;
import llmsim.api.spi.ResponseGenerator;
import llmsim.api.token.Encoding;
import llmsim.engine.generate.PlainContext;
import llmsim.tokens.JtokkitTokenizer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What every {@link ResponseGenerator} must do. A test class implements this and says which generator it is about:
 *
 * <pre>{@code
 * class ShoutTest implements ResponseGeneratorContract {
 *     @Override
 *     public ResponseGenerator generator() {
 *         return new Shout();
 *     }
 * }
 * }</pre>
 */
public interface ResponseGeneratorContract {
    /** A generator as its users get it, with its settings applied. */
    ResponseGenerator generator();

    /** Whether its texts have exactly as many tokens as they shall; then G8 is checked. */
    default boolean meetsTarget() {
        return false;
    }

    @Test
    @DisplayName("G1 the name is well-formed")
    default void nameIsWellFormed() {
        naming().isWellFormed();
    }

    @Test
    @DisplayName("G2 settings are taken, or refused with a reason")
    default void settingsAreTakenOrRefused() {
        naming().settingsAreTakenOrRefused();
    }

    @Test
    @DisplayName("G3 every prompt gets a completion")
    default void everyPromptGetsACompletion() {
        var generator = generator();
        for (var prompt : Prompts.all()) {
            assertNotNull(generator.generate(prompt, context(0, 20, 1)), () -> "no completion for " + prompt);
        }
    }

    @Test
    @DisplayName("G4 the same draws make the same completion, whatever was asked between")
    default void sameDrawsMakeTheSameCompletion() {
        var generator = generator();
        var first = answers(generator, Prompts.all());
        var again = answers(generator, Prompts.all().reversed()).reversed();
        var other = answers(generator(), Prompts.all());

        assertEquals(first, again, "a generator must not remember what it was asked before");
        assertEquals(first, other, "another instance must say the same");
    }

    @Test
    @DisplayName("G5 64 threads at once get what one gets alone")
    default void manyThreadsAtOnce() {
        var generator = generator();
        var alone = answers(generator, Prompts.wellFormed());

        for (var answers : Crowd.all(() -> answers(generator, Prompts.wellFormed()))) {
            assertEquals(alone, answers, "a thread among others got something else");
        }
    }

    @Test
    @DisplayName("G6 texts are well-formed Unicode")
    default void textsAreWellFormed() {
        for (var completion : answers(generator(), Prompts.wellFormed())) {
            var text = text(completion);
            assertTrue(
                    text.codePoints()
                            .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE),
                    () -> "half a surrogate pair in: " + text);
        }
    }

    @Test
    @DisplayName("G7 only offered tools are called, and a call is what the completion ends with")
    default void callsOnlyOfferedTools() {
        for (var prompt : Prompts.all()) {
            var completion = generator().generate(prompt, context(0, 20, 1));
            var called = called(completion);
            var may = prompt.toolChoice() instanceof ToolChoice.None ? List.<String>of() : names(prompt);
            assertTrue(may.containsAll(called), () -> "may call " + may + " but calls " + called);
            assertEquals(
                    !called.isEmpty(),
                    completion.finish().reason() == FinishReason.TOOL_CALLS,
                    "a completion with tool calls finishes with TOOL_CALLS, and no other does");
        }
    }

    @Test
    @DisplayName("G8 a target is met to the token")
    default void targetIsMet() {
        if (!meetsTarget()) {
            return;
        }
        var generator = generator();
        for (var encoding : List.of(encoding("gpt-5"), encoding("gpt-4"))) {
            for (var target : new int[] {1, 2, 3, 7, 100, 1000}) {
                var text = text(
                        generator.generate(Prompts.simple(), new PlainContext(0, target, encoding, Chance.of(target))));
                assertEquals(target, encoding.count(text), () -> encoding.name() + " tokens of: " + text);
            }
        }
    }

    private Naming<ResponseGenerator> naming() {
        return new Naming<>(generator(), ResponseGenerator::name, ResponseGenerator::configured);
    }

    private static List<Completion> answers(ResponseGenerator generator, List<Prompt> prompts) {
        return prompts.stream()
                .map(prompt -> generator.generate(prompt, context(1, 20, 42)))
                .toList();
    }

    private static GenerationContext context(int choice, int target, long seed) {
        return new PlainContext(choice, target, encoding("gpt-5"), Chance.of(seed));
    }

    private static Encoding encoding(String model) {
        return new JtokkitTokenizer().encodingFor(model);
    }

    private static String text(Completion completion) {
        return completion.parts().stream()
                .filter(Part.Text.class::isInstance)
                .map(part -> ((Part.Text) part).text())
                .collect(Collectors.joining());
    }

    private static List<String> called(Completion completion) {
        return completion.parts().stream()
                .filter(Part.ToolCall.class::isInstance)
                .map(part -> ((Part.ToolCall) part).name())
                .toList();
    }

    private static List<String> names(Prompt prompt) {
        return prompt.tools().stream().map(Tool::name).toList();
    }
}
