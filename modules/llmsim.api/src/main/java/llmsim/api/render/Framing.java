package llmsim.api.render;

/** How the frames of an answer follow each other on the wire. */
public enum Framing {
    /** One frame is the body. */
    WHOLE,
    /** Server-sent events: {@code event:} if the frame has a name, then {@code data:}. */
    SSE,
    /** The frames are the elements of one JSON array. */
    JSON_ARRAY,
    /** One frame a line. */
    LINES,
    /** The frames' bytes, one after the other. */
    BYTES,
    /** One message of a WebSocket for each frame. */
    MESSAGES
}
