package llmsim.openresponses.render;

import java.util.List;
import llmsim.api.content.Part;
import llmsim.api.render.FrameKind;
import llmsim.openresponses.wire.OutputContent.Logprob;
import llmsim.openresponses.wire.OutputItem;
import llmsim.openresponses.wire.ResponseEvent;

/**
 * A call of one of the client's tools.
 *
 * @param custom whether the tool takes free text instead of JSON
 */
record GrowingCall(String id, int index, String callId, String name, boolean custom) implements Growing {
    @Override
    public OutputItem begun() {
        return item(DOING, "");
    }

    @Override
    public OutputItem ended(Part whole, List<Logprob> logprobs, String status) {
        return item(status, arguments(whole));
    }

    private OutputItem item(String status, String arguments) {
        return custom
                ? OutputItem.CustomToolCall.of(id, status, callId, arguments, name)
                : OutputItem.FunctionCall.of(id, status, arguments, callId, name);
    }

    @Override
    public void open(Events events) {}

    @Override
    public ResponseEvent delta(String text, List<Logprob> logprobs, Object number) {
        var type = custom ? "response.custom_tool_call_input.delta" : "response.function_call_arguments.delta";
        return new ResponseEvent.CallDelta(type, id, index, text, number);
    }

    @Override
    public void close(Part whole, List<Logprob> logprobs, Events events) {
        var arguments = arguments(whole);
        events.tell(
                FrameKind.END,
                number -> custom
                        ? new ResponseEvent.InputDone(
                                "response.custom_tool_call_input.done", id, index, arguments, number)
                        : new ResponseEvent.ArgumentsDone(
                                "response.function_call_arguments.done", id, index, arguments, name, number));
    }

    private static String arguments(Part whole) {
        return whole instanceof Part.ToolCall call ? call.arguments() : "";
    }
}
