package llmsim.openresponses.wire;

import java.util.List;

/**
 * The events of a stream, in one record for each shape.
 *
 * <p>The number of an event stands last: the events that come again and again are spliced together from bytes, and only
 * the text and what stands behind it may change from one to the next.
 */
public sealed interface ResponseEvent {
    /** Which event it is, such as {@code response.created}. */
    String type();

    /** The response as a whole: {@code response.created}, {@code .in_progress}, {@code .completed} and the like. */
    record Lifecycle(String type, Response response, long sequenceNumber) implements ResponseEvent {}

    /** {@code response.output_item.added} and {@code .done}. */
    record Item(String type, int outputIndex, OutputItem item, long sequenceNumber) implements ResponseEvent {}

    /** {@code response.content_part.added} and {@code .done}. */
    record ContentPart(
            String type, String itemId, int outputIndex, int contentIndex, OutputContent part, long sequenceNumber)
            implements ResponseEvent {}

    /** {@code response.reasoning_summary_part.added} and {@code .done}. */
    record SummaryPart(
            String type,
            String itemId,
            int outputIndex,
            int summaryIndex,
            OutputItem.SummaryText part,
            long sequenceNumber)
            implements ResponseEvent {}

    /** {@code response.output_text.delta}. */
    record TextDelta(
            String type,
            String itemId,
            int outputIndex,
            int contentIndex,
            String delta,
            List<OutputContent.Logprob> logprobs,
            Object sequenceNumber)
            implements ResponseEvent {}

    /** {@code response.output_text.done}. */
    record TextDone(
            String type,
            String itemId,
            int outputIndex,
            int contentIndex,
            String text,
            List<OutputContent.Logprob> logprobs,
            long sequenceNumber)
            implements ResponseEvent {}

    /** {@code response.refusal.delta}. */
    record RefusalDelta(
            String type, String itemId, int outputIndex, int contentIndex, String delta, Object sequenceNumber)
            implements ResponseEvent {}

    /** {@code response.refusal.done}. */
    record RefusalDone(
            String type, String itemId, int outputIndex, int contentIndex, String refusal, long sequenceNumber)
            implements ResponseEvent {}

    /** {@code response.reasoning_summary_text.delta}. */
    record SummaryDelta(
            String type, String itemId, int outputIndex, int summaryIndex, String delta, Object sequenceNumber)
            implements ResponseEvent {}

    /** {@code response.reasoning_summary_text.done}. */
    record SummaryDone(String type, String itemId, int outputIndex, int summaryIndex, String text, long sequenceNumber)
            implements ResponseEvent {}

    /** {@code response.function_call_arguments.delta} and {@code response.custom_tool_call_input.delta}. */
    record CallDelta(String type, String itemId, int outputIndex, String delta, Object sequenceNumber)
            implements ResponseEvent {}

    /** {@code response.function_call_arguments.done}. */
    record ArgumentsDone(
            String type, String itemId, int outputIndex, String arguments, String name, long sequenceNumber)
            implements ResponseEvent {}

    /** {@code response.custom_tool_call_input.done}. */
    record InputDone(String type, String itemId, int outputIndex, String input, long sequenceNumber)
            implements ResponseEvent {}
}
