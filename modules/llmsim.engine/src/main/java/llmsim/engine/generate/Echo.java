package llmsim.engine.generate;

import llmsim.api.prompt.Prompt;
import llmsim.api.reply.Completion;
import llmsim.api.spi.GenerationContext;
import llmsim.api.spi.ResponseGenerator;

/** {@code echo}: says the text of the last user message again, whatever the target. Thread-safe. */
public record Echo() implements ResponseGenerator {
    /** What is said if no user message has any text. */
    static final String NOTHING = "There is no user message to echo.";

    @Override
    public String name() {
        return "echo";
    }

    @Override
    public Completion generate(Prompt prompt, GenerationContext context) {
        var text = prompt.lastUserText();
        return Completion.text(text.isEmpty() ? NOTHING : text);
    }
}
