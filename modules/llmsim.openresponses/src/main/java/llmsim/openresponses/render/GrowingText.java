package llmsim.openresponses.render;

import java.util.List;
import java.util.function.LongFunction;
import llmsim.api.content.Part;
import llmsim.api.render.FrameKind;
import llmsim.openresponses.wire.OutputContent.Logprob;
import llmsim.openresponses.wire.OutputContent.OutputText;
import llmsim.openresponses.wire.OutputItem;
import llmsim.openresponses.wire.ResponseEvent;

/** A message of text. */
record GrowingText(String id, int index) implements Growing {
    @Override
    public OutputItem begun() {
        return OutputItem.Message.of(id, DOING, List.of());
    }

    @Override
    public OutputItem ended(Part whole, List<Logprob> logprobs, String status) {
        return OutputItem.Message.of(id, status, List.of(OutputText.of(text(whole), logprobs)));
    }

    @Override
    public void open(Events events) {
        events.tell(FrameKind.HEAD, part("response.content_part.added", OutputText.of("", List.of())));
    }

    @Override
    public ResponseEvent delta(String text, List<Logprob> logprobs, Object number) {
        return new ResponseEvent.TextDelta("response.output_text.delta", id, index, 0, text, logprobs, number);
    }

    @Override
    public void close(Part whole, List<Logprob> logprobs, Events events) {
        var text = text(whole);
        events.tell(
                FrameKind.END,
                number ->
                        new ResponseEvent.TextDone("response.output_text.done", id, index, 0, text, logprobs, number));
        events.tell(FrameKind.END, part("response.content_part.done", OutputText.of(text, logprobs)));
    }

    private LongFunction<ResponseEvent> part(String type, OutputText content) {
        return number -> new ResponseEvent.ContentPart(type, id, index, 0, content, number);
    }

    private static String text(Part whole) {
        return whole instanceof Part.Text(var text) ? text : "";
    }
}
