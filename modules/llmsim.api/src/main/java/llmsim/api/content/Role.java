package llmsim.api.content;

/** Who says a message. */
public enum Role {
    /** Instructions of the operator (older name). */
    SYSTEM,
    /** Instructions of the developer (newer name). */
    DEVELOPER,
    /** The person who asks. */
    USER,
    /** The model. */
    ASSISTANT,
    /** A tool that answers a call. */
    TOOL
}
