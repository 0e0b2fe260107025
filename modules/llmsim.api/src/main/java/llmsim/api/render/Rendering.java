package llmsim.api.render;

/**
 * How an answer looks: its framing, and a renderer for each answer.
 *
 * @param contentType of the answer
 * @param start when the frames before the first delta leave
 * @param renderer makes a fresh renderer
 */
public record Rendering(Framing framing, String contentType, Start start, Factory renderer) {
    /** One JSON body. */
    public static Rendering json(Factory renderer) {
        return new Rendering(Framing.WHOLE, "application/json", Start.WITH_FIRST_DELTA, renderer);
    }

    /** Server-sent events whose head comes together with the first delta. */
    public static Rendering sse(Factory renderer) {
        return new Rendering(Framing.SSE, "text/event-stream; charset=utf-8", Start.WITH_FIRST_DELTA, renderer);
    }

    /** When the frames before the first delta leave. */
    public enum Start {
        /** As soon as the call is admitted. */
        AT_ONCE,
        /** When the time to first token is over, with the first delta. */
        WITH_FIRST_DELTA
    }

    /** Makes renderers. */
    @FunctionalInterface
    public interface Factory {
        /** A renderer for one answer. */
        Renderer open(Opening opening);
    }
}
