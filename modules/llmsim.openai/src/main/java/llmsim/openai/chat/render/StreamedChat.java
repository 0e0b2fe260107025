package llmsim.openai.chat.render;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import llmsim.api.json.Field;
import llmsim.api.render.FrameKind;
import llmsim.api.render.FrameSink;
import llmsim.api.render.Opening;
import llmsim.api.render.Renderer;
import llmsim.api.reply.ReplyEvent;
import llmsim.api.reply.Usage;

/** A reply as chat completion chunks. */
public final class StreamedChat implements Renderer {
    private static final byte[] DONE = "[DONE]".getBytes(StandardCharsets.US_ASCII);

    private final ChunkWriter writer;
    private final ChatOptions options;
    private final boolean withLogprobs;
    private final Map<Integer, StreamedChoice> choices = new HashMap<>();

    /** A renderer for one stream. */
    public StreamedChat(Opening opening, ChatOptions options) {
        this.options = options;
        this.withLogprobs = opening.request().topLogprobs().isPresent();
        this.writer = new ChunkWriter(
                ChatHeading.of(opening, options), options.usageInStream() ? Field.ofNull() : Field.absent());
    }

    @Override
    public void render(ReplyEvent event, FrameSink sink) {
        switch (event) {
            case ReplyEvent.TextDelta delta -> choice(delta.choice()).text(delta, sink);
            case ReplyEvent.PartStarted(var choice, var part, var opening) ->
                choice(choice).open(part, opening, sink);
            case ReplyEvent.ChoiceFinished(var choice, var finish) ->
                choice(choice).finish(finish, sink);
            case ReplyEvent.Finished(var usage) -> end(usage, sink);
            case ReplyEvent.Failed(var problem, var _) ->
                ChunkWriter.frame(FrameKind.END, options.errors().apply(problem), sink);
            case ReplyEvent.Started _,
                    ReplyEvent.Delta _,
                    ReplyEvent.Progress _,
                    ReplyEvent.PartDone _,
                    ReplyEvent.Cancelled _,
                    ReplyEvent.Open _ -> {}
        }
    }

    private StreamedChoice choice(int index) {
        return choices.computeIfAbsent(index, _ -> new StreamedChoice(index, writer, options, withLogprobs));
    }

    private void end(Usage usage, FrameSink sink) {
        if (options.usageInStream()) {
            writer.writeUsage(Usages.wire(usage), sink);
        }
        sink.frame(FrameKind.END, "", DONE);
    }
}
