package llmsim.engine.source;

import java.util.Optional;
import java.util.stream.IntStream;
import llmsim.api.reply.Completion;
import llmsim.api.reply.Reply;
import llmsim.api.spi.ResponseGenerator;
import llmsim.engine.generate.PlainContext;

/** Asks a generator, once for each choice; it always has an answer. */
public record GeneratorSource(ResponseGenerator generator, int targetTokens) implements Source {
    @Override
    public Optional<Decided> decide(Asked asked) {
        return Optional.of(
                Decided.of(new Reply(IntStream.range(0, asked.request().choices())
                        .mapToObj(choice -> complete(asked, choice))
                        .toList())));
    }

    private Completion complete(Asked asked, int choice) {
        var context = new PlainContext(
                choice, targetTokens, asked.encoding(), asked.draws().saying("text", choice));
        return generator.generate(asked.request().prompt(), context);
    }
}
