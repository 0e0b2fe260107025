package llmsim.openai.chat.render;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import llmsim.api.render.FrameKind;
import llmsim.api.render.FrameSink;
import llmsim.api.render.Opening;
import llmsim.api.render.Renderer;
import llmsim.api.reply.ReplyEvent;
import llmsim.openai.chat.wire.ChatCompletion;

/** A reply as one chat completion. A reply that fails leaves no frame: the error is the answer then. */
public final class WholeChat implements Renderer {
    private final ChatHeading heading;
    private final ChatOptions options;
    private final boolean withLogprobs;
    private final Function<ChatCompletion, Object> document;
    private final Map<Integer, WholeChoice> choices = new TreeMap<>();

    /**
     * A renderer for one answer.
     *
     * @param document what to write of the completion: itself, or something around it
     */
    public WholeChat(Opening opening, ChatOptions options, Function<ChatCompletion, Object> document) {
        this.heading = ChatHeading.of(opening, options);
        this.options = options;
        this.withLogprobs = opening.request().topLogprobs().isPresent();
        this.document = document;
    }

    @Override
    public void render(ReplyEvent event, FrameSink sink) {
        switch (event) {
            case ReplyEvent.TextDelta delta -> choice(delta.choice()).text(delta);
            case ReplyEvent.Started(var choice) -> choice(choice);
            case ReplyEvent.PartStarted(var choice, var part, var opening) ->
                choice(choice).opened(part, opening);
            case ReplyEvent.PartDone(var choice, var _, var whole) ->
                choice(choice).done(whole);
            case ReplyEvent.ChoiceFinished(var choice, var finish) ->
                choice(choice).finished(finish);
            case ReplyEvent.Finished(var usage) -> {
                var all = choices.values().stream().map(WholeChoice::wire).toList();
                ChunkWriter.frame(FrameKind.END, document.apply(heading.completion(all, Usages.wire(usage))), sink);
            }
            case ReplyEvent.Failed _,
                    ReplyEvent.Cancelled _,
                    ReplyEvent.Delta _,
                    ReplyEvent.Progress _,
                    ReplyEvent.Open _ -> {}
        }
    }

    private WholeChoice choice(int index) {
        return choices.computeIfAbsent(index, _ -> new WholeChoice(index, options, withLogprobs));
    }
}
