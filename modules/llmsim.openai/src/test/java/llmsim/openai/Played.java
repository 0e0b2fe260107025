package llmsim.openai;

import java.time.Instant;
import java.util.List;
import llmsim.api.dialect.Operation.Generation;
import llmsim.api.render.Opening;
import llmsim.api.render.Rendering;
import llmsim.api.reply.Reply;
import llmsim.api.reply.ReplyEvent;
import llmsim.api.reply.Usage;

/** Plays replies to renderings. */
public final class Played {
    public static final Usage USAGE = new Usage(9, 4, 0, 12, 5);

    private Played() {}

    public static RecordingSink of(Generation generation, Reply reply) {
        var logprobs = generation.request().topLogprobs().isPresent();
        return of(generation, generation.rendering(), Events.of(reply, USAGE, logprobs));
    }

    public static RecordingSink of(Generation generation, Rendering rendering, List<ReplyEvent> events) {
        var opening = new Opening(
                generation.idPrefix() + "1",
                Instant.ofEpochSecond(1_700_000_000),
                generation.request(),
                Usage.ofPrompt(9),
                prefix -> prefix + "1");
        var renderer = rendering.renderer().open(opening);
        var sink = new RecordingSink();
        events.forEach(event -> renderer.render(event, sink));
        return sink;
    }
}
