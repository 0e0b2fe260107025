package llmsim.engine.generate;

import java.util.function.Function;
import java.util.random.RandomGenerator;
import llmsim.api.prompt.Prompt;
import llmsim.api.reply.Completion;
import llmsim.api.spi.GenerationContext;
import llmsim.api.spi.ResponseGenerator;
import llmsim.api.token.Encoding;

/**
 * A generator of texts of exactly as many tokens as the target, made of what it has measured in a vocabulary.
 * Thread-safe; keep one, because it remembers what it has measured.
 */
abstract sealed class Measured implements ResponseGenerator permits Lorem, RandomWords, Sequence {
    private final String name;
    private final PerEncoding<Writer> writers;

    Measured(String name, Function<Encoding, Writer> measure) {
        this.name = name;
        this.writers = new PerEncoding<>(measure);
    }

    /** Writes texts in one vocabulary; called by many threads at once. */
    interface Writer {
        /** A text of so many tokens. */
        String write(int tokens, RandomGenerator random);
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Completion generate(Prompt prompt, GenerationContext context) {
        return Completion.text(writers.of(context.encoding()).write(context.targetTokens(), context.random()));
    }
}
