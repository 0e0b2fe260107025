package llmsim.openai.chat.render;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import llmsim.api.content.Part;
import llmsim.api.json.Field;
import llmsim.api.render.FrameKind;
import llmsim.api.render.FrameSink;
import llmsim.api.render.Template;
import llmsim.api.reply.Finish;
import llmsim.api.reply.ReplyEvent.TextDelta;
import llmsim.openai.chat.wire.ChatCompletionChunk.Choice;
import llmsim.openai.chat.wire.Delta;
import llmsim.openai.chat.wire.Delta.CustomCallChunk;
import llmsim.openai.chat.wire.Delta.FunctionCallChunk;
import llmsim.openai.chat.wire.Delta.ToolCallChunk;

/** One choice of a stream. */
final class StreamedChoice {
    private final int index;
    private final ChunkWriter writer;
    private final ChatOptions options;
    private final boolean withLogprobs;
    private final Map<Integer, OpenPart> parts = new HashMap<>();
    private boolean begun;
    private int calls;

    StreamedChoice(int index, ChunkWriter writer, ChatOptions options, boolean withLogprobs) {
        this.index = index;
        this.writer = writer;
        this.options = options;
        this.withLogprobs = withLogprobs;
    }

    private record OpenPart(PartSlot slot, Template template) {}

    void open(int part, Part opening, FrameSink sink) {
        switch (opening) {
            case Part.Text _ -> {
                begin(Field.of(""), sink);
                opened(part, PartSlot.CONTENT);
            }
            case Part.Refusal _ -> {
                begin(Field.ofNull(), sink);
                opened(part, PartSlot.REFUSAL);
            }
            case Part.ToolCall _ when options.legacyFunctions() && calls > 0 -> {}
            case Part.ToolCall call -> {
                begin(Field.ofNull(), sink);
                opened(part, call(call, sink));
            }
            case Part.Reasoning _, Part.ToolResult _, Part.Image _, Part.Audio _, Part.File _, Part.Open _ -> {}
        }
    }

    private void opened(int part, PartSlot slot) {
        parts.put(part, new OpenPart(slot, writer.template(index, slot)));
    }

    /** The role comes with the first thing that is seen, so not before hidden reasoning is over. */
    private void begin(Field<String> content, FrameSink sink) {
        if (!begun) {
            begun = true;
            var logprobs = withLogprobs ? Logprobs.ofContent(List.of()) : null;
            writer.write(FrameKind.HEAD, new Choice(index, Delta.first(content), logprobs, null), sink);
        }
    }

    private PartSlot call(Part.ToolCall call, FrameSink sink) {
        var at = calls++;
        if (options.legacyFunctions()) {
            write(Delta.of(new FunctionCallChunk(call.name(), "")), sink);
            return PartSlot.LEGACY_CALL;
        }
        if (options.customTools().contains(call.name())) {
            var opening = new CustomCallChunk(call.name(), "");
            write(Delta.of(new ToolCallChunk(at, call.id(), "custom", null, opening)), sink);
            return PartSlot.customCall(at);
        }
        var opening = new FunctionCallChunk(call.name(), "");
        write(Delta.of(new ToolCallChunk(at, call.id(), "function", opening, null)), sink);
        return PartSlot.functionCall(at);
    }

    private void write(Delta delta, FrameSink sink) {
        writer.write(FrameKind.DELTA, ChunkWriter.choice(index, delta), sink);
    }

    void text(TextDelta delta, FrameSink sink) {
        var part = parts.get(delta.part());
        if (part == null) {
            return;
        }
        var told = part.slot().logprobs();
        if (told.isPresent() && !delta.logprobs().isEmpty()) {
            var more = part.slot().more().apply(delta.text());
            var logprobs = told.get().apply(delta.logprobs());
            writer.write(FrameKind.DELTA, new Choice(index, more, logprobs, null), sink);
        } else if (!delta.text().isEmpty()) {
            sink.spliced(FrameKind.DELTA, part.template(), delta.text());
        }
    }

    void finish(Finish finish, FrameSink sink) {
        begin(Field.of(""), sink);
        var reason = FinishReasons.wire(finish, options);
        writer.write(FrameKind.END, new Choice(index, Delta.NOTHING, null, reason), sink);
    }
}
