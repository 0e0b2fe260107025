package com.example.tiny;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import llmsim.api.problem.Category;
import llmsim.api.problem.Problem;
import llmsim.api.prompt.Prompt;
import llmsim.api.reply.Completion;
import llmsim.api.spi.GenerationContext;
import llmsim.api.spi.ResponseGenerator;

/** Fails with the status that the user asks for, as in {@code fail 429}; else it says as many words as it shall. */
public record Moody() implements ResponseGenerator {
    @Override
    public String name() {
        return "moody";
    }

    @Override
    public Completion generate(Prompt prompt, GenerationContext context) {
        var said = prompt.lastUserText();
        if (said.matches("fail \\d{3}")) {
            throw problem(Integer.parseInt(said.substring("fail ".length()))).asException();
        }
        return Completion.text("word " + "and word ".repeat(context.random().nextInt(5, 20)) + "again");
    }

    private static Problem problem(int status) {
        var category = Arrays.stream(Category.values())
                .filter(one -> one.usualStatus() == status)
                .findFirst()
                .orElse(Category.SERVER_ERROR);
        return new Problem.Stated(category, "As you wish: " + status, Optional.of(Duration.ofMillis(5)));
    }
}
