package llmsim.openai.chat.render;

import java.util.List;
import llmsim.api.json.Field;
import llmsim.api.json.WireMapper;
import llmsim.api.render.FrameKind;
import llmsim.api.render.FrameSink;
import llmsim.api.render.Template;
import llmsim.openai.chat.wire.ChatCompletionChunk.Choice;
import llmsim.openai.chat.wire.CompletionUsage;
import llmsim.openai.chat.wire.Delta;

/** Writes the chunks of one stream. */
record ChunkWriter(ChatHeading heading, Field<CompletionUsage> usageBeforeTheEnd) {

    void write(FrameKind kind, Choice choice, FrameSink sink) {
        frame(kind, heading.chunk(List.of(choice), usageBeforeTheEnd), sink);
    }

    void writeUsage(CompletionUsage usage, FrameSink sink) {
        frame(FrameKind.END, heading.chunk(List.of(), Field.of(usage)), sink);
    }

    static void frame(FrameKind kind, Object document, FrameSink sink) {
        sink.frame(kind, "", WireMapper.snakeCase().bytes(document).toByteArray());
    }

    /** The chunk that comes again and again with another text. */
    Template template(int choice, PartSlot slot) {
        var marker = marker();
        var delta = slot.more().apply(marker);
        var chunk = heading.chunk(List.of(new Choice(choice, delta, null, null)), usageBeforeTheEnd);
        return Template.of("", WireMapper.snakeCase().text(chunk), marker);
    }

    /** The model's name is the client's, so it could contain any marker. */
    private String marker() {
        var marker = Template.MARKER;
        while (heading.model().contains(marker)) {
            marker += "\u2063";
        }
        return marker;
    }

    static Choice choice(int index, Delta delta) {
        return new Choice(index, delta, null, null);
    }
}
