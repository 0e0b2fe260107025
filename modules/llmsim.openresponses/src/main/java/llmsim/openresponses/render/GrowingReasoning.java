package llmsim.openresponses.render;

import java.util.List;
import llmsim.api.content.Part;
import llmsim.api.json.Field;
import llmsim.api.render.FrameKind;
import llmsim.openresponses.wire.OutputContent.Logprob;
import llmsim.openresponses.wire.OutputItem;
import llmsim.openresponses.wire.OutputItem.SummaryText;
import llmsim.openresponses.wire.ResponseEvent;

/**
 * Thoughts, of which a summary is told if one was asked for.
 *
 * @param summed whether there is a summary
 * @param sealed the provider's own copy, if it was asked for
 */
record GrowingReasoning(String id, int index, boolean summed, Field<String> sealed) implements Growing {
    @Override
    public OutputItem begun() {
        return OutputItem.Reasoning.of(id, List.of(), sealed instanceof Field.Absent ? sealed : Field.of(""));
    }

    @Override
    public OutputItem ended(Part whole, List<Logprob> logprobs, String status) {
        var summary = summary(whole);
        return OutputItem.Reasoning.of(id, summary.isEmpty() ? List.of() : List.of(SummaryText.of(summary)), sealed);
    }

    @Override
    public void open(Events events) {
        if (summed) {
            part("response.reasoning_summary_part.added", "", events);
        }
    }

    @Override
    public ResponseEvent delta(String text, List<Logprob> logprobs, Object number) {
        return new ResponseEvent.SummaryDelta("response.reasoning_summary_text.delta", id, index, 0, text, number);
    }

    @Override
    public void close(Part whole, List<Logprob> logprobs, Events events) {
        if (summed) {
            var text = summary(whole);
            events.tell(
                    FrameKind.END,
                    number -> new ResponseEvent.SummaryDone(
                            "response.reasoning_summary_text.done", id, index, 0, text, number));
            part("response.reasoning_summary_part.done", text, events);
        }
    }

    private void part(String type, String text, Events events) {
        events.tell(
                FrameKind.DELTA,
                number -> new ResponseEvent.SummaryPart(type, id, index, 0, SummaryText.of(text), number));
    }

    private static String summary(Part whole) {
        return whole instanceof Part.Reasoning reasoning ? reasoning.summary() : "";
    }
}
