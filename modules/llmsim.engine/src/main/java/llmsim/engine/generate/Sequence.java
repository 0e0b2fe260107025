package llmsim.engine.generate;

import llmsim.api.prompt.Prompt;
import llmsim.api.reply.Completion;
import llmsim.api.spi.GenerationContext;
import llmsim.api.spi.ResponseGenerator;

/**
 * {@code sequence}: the numbers 1 2 3 and so on, of exactly as many tokens as the target in every vocabulary that comes
 * with llmsim; what is left behind the last number becomes a closing such as a full stop. Thread-safe; keep one, because
 * it remembers how many tokens its numbers have.
 */
public final class Sequence implements ResponseGenerator {
    private final PerEncoding<Numbers> numbers = new PerEncoding<>(Numbers::new);

    /** A generator that has measured nothing yet. */
    public Sequence() {}

    @Override
    public String name() {
        return "sequence";
    }

    @Override
    public Completion generate(Prompt prompt, GenerationContext context) {
        return Completion.text(numbers.of(context.encoding()).write(context.targetTokens()));
    }
}
