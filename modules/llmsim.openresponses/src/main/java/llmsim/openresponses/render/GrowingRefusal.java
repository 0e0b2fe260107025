package llmsim.openresponses.render;

import java.util.List;
import llmsim.api.content.Part;
import llmsim.api.render.FrameKind;
import llmsim.openresponses.wire.OutputContent.Logprob;
import llmsim.openresponses.wire.OutputContent.Refusal;
import llmsim.openresponses.wire.OutputItem;
import llmsim.openresponses.wire.ResponseEvent;

/** A message by which the model declines. */
record GrowingRefusal(String id, int index) implements Growing {
    @Override
    public OutputItem begun() {
        return OutputItem.Message.of(id, DOING, List.of());
    }

    @Override
    public OutputItem ended(Part whole, List<Logprob> logprobs, String status) {
        return OutputItem.Message.of(id, status, List.of(Refusal.of(text(whole))));
    }

    @Override
    public void open(Events events) {
        events.tell(
                FrameKind.HEAD,
                number -> new ResponseEvent.ContentPart(
                        "response.content_part.added", id, index, 0, Refusal.of(""), number));
    }

    @Override
    public ResponseEvent delta(String text, List<Logprob> logprobs, Object number) {
        return new ResponseEvent.RefusalDelta("response.refusal.delta", id, index, 0, text, number);
    }

    @Override
    public void close(Part whole, List<Logprob> logprobs, Events events) {
        var text = text(whole);
        events.tell(
                FrameKind.END,
                number -> new ResponseEvent.RefusalDone("response.refusal.done", id, index, 0, text, number));
        events.tell(
                FrameKind.END,
                number -> new ResponseEvent.ContentPart(
                        "response.content_part.done", id, index, 0, Refusal.of(text), number));
    }

    private static String text(Part whole) {
        return whole instanceof Part.Refusal(var text) ? text : "";
    }
}
