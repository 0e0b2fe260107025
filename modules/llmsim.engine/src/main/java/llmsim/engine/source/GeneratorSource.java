package llmsim.engine.source;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import llmsim.api.reply.Completion;
import llmsim.api.reply.Reply;
import llmsim.api.spi.ResponseGenerator;
import llmsim.engine.generate.PlainContext;

/**
 * Asks a generator, once for each choice, and bends what it says to what the request demands; it always has an answer.
 *
 * @param demands looked at in this order, each with what the one before made
 */
public record GeneratorSource(ResponseGenerator generator, int targetTokens, List<Demand> demands) implements Source {
    public GeneratorSource {
        demands = List.copyOf(demands);
    }

    /** A source that says what the generator says, whatever the request demands. */
    public GeneratorSource(ResponseGenerator generator, int targetTokens) {
        this(generator, targetTokens, List.of());
    }

    /** The same with another generator. */
    public GeneratorSource with(ResponseGenerator other) {
        return new GeneratorSource(other, targetTokens, demands);
    }

    /** The same with another length of answers. */
    public GeneratorSource withTargetTokens(int tokens) {
        return new GeneratorSource(generator, tokens, demands);
    }

    @Override
    public Optional<Decided> decide(Asked asked) {
        return Optional.of(Decided.of(reply(asked)));
    }

    /** What the generator says, one completion for each choice. */
    public Reply reply(Asked asked) {
        return new Reply(IntStream.range(0, asked.request().choices())
                .mapToObj(choice -> complete(asked, choice))
                .toList());
    }

    private Completion complete(Asked asked, int choice) {
        var context = new PlainContext(
                choice, targetTokens, asked.encoding(), asked.draws().saying("text", choice));
        var said = generator.generate(asked.request().prompt(), context);
        for (var demand : demands) {
            said = demand.meet(asked, choice, said);
        }
        return said;
    }
}
