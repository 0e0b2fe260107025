package llmsim.api.reply;

/** Why a completion ended. */
public enum FinishReason {
    /** The model had said all. */
    STOP,
    /** A stop sequence of the client's was reached. */
    STOP_SEQUENCE,
    /** The length limit was reached. */
    LENGTH,
    /** The model waits for the results of tools. */
    TOOL_CALLS,
    /** A safety filter stepped in. */
    CONTENT_FILTER,
    /** The model declined. */
    REFUSAL,
    /** A long turn was paused and can be continued. */
    PAUSE,
    /** Something else; the detail says what, in the provider's word. */
    OTHER
}
