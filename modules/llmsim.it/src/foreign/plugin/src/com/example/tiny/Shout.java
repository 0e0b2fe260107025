package com.example.tiny;

import java.util.Locale;
import llmsim.api.prompt.Prompt;
import llmsim.api.reply.Completion;
import llmsim.api.spi.GenerationContext;
import llmsim.api.spi.ResponseGenerator;

/** Says what the user said, louder. */
public record Shout() implements ResponseGenerator {
    @Override
    public String name() {
        return "shout";
    }

    @Override
    public Completion generate(Prompt prompt, GenerationContext context) {
        return Completion.text(prompt.lastUserText().toUpperCase(Locale.ROOT) + "!");
    }
}
