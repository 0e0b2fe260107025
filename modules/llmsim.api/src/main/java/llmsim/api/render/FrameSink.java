package llmsim.api.render;

/** Takes the frames of one answer, in order. Not thread-safe. */
public interface FrameSink {
    /**
     * A frame of these bytes.
     *
     * @param event the frame's name where the framing has one; empty for none
     * @param payload UTF-8 without line feeds for text framings; not changed and not kept
     */
    void frame(FrameKind kind, String event, byte[] payload);

    /** A frame that is {@code template} with {@code text} in its gap, escaped as a part of a JSON string. */
    void spliced(FrameKind kind, Template template, String text);
}
