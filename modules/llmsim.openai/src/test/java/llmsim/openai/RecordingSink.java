package llmsim.openai;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import llmsim.api.json.WireMapper;
import llmsim.api.render.FrameKind;
import llmsim.api.render.FrameSink;
import llmsim.api.render.Template;

/** Keeps the frames of an answer. */
public final class RecordingSink implements FrameSink {
    /** A frame as it would be on the wire, and whether it came from a template. */
    public record Frame(FrameKind kind, String event, String payload, boolean spliced) {}

    private final List<Frame> frames = new ArrayList<>();

    @Override
    public void frame(FrameKind kind, String event, byte[] payload) {
        frames.add(new Frame(kind, event, new String(payload, StandardCharsets.UTF_8), false));
    }

    @Override
    public void spliced(FrameKind kind, Template template, String text) {
        var quoted = WireMapper.snakeCase().text(text);
        var payload = new String(template.before(), StandardCharsets.UTF_8)
                + quoted.substring(1, quoted.length() - 1)
                + new String(template.after(), StandardCharsets.UTF_8);
        frames.add(new Frame(kind, template.event(), payload, true));
    }

    public List<Frame> frames() {
        return List.copyOf(frames);
    }

    public List<String> payloads() {
        return frames.stream().map(Frame::payload).toList();
    }
}
