package llmsim.engine.generate;

import llmsim.api.prompt.Prompt;
import llmsim.api.reply.Completion;
import llmsim.api.spi.GenerationContext;
import llmsim.api.spi.ResponseGenerator;

/**
 * {@code lorem}: sentences of Latin words, of exactly as many tokens as the target in every vocabulary that comes with
 * llmsim. Thread-safe; keep one, because it remembers how many tokens its words have.
 */
public final class Lorem implements ResponseGenerator {
    private final PerEncoding<LoremWords> words = new PerEncoding<>(LoremWords::measured);

    /** A generator that has measured nothing yet. */
    public Lorem() {}

    @Override
    public String name() {
        return "lorem";
    }

    @Override
    public Completion generate(Prompt prompt, GenerationContext context) {
        var text = new LoremText(words.of(context.encoding()), context.targetTokens(), context.random());
        return Completion.text(text.write());
    }
}
