package llmsim.engine.configuration;

/** When a tool is called that the request leaves to the model. */
public enum ToolUse {
    /** When the last user message is about it. */
    AUTO,
    /** In half of all answers to a user, drawn; which tool is drawn as well. */
    RANDOM,
    /** In every answer to a user. */
    ALWAYS,
    /** Never, unless the generator itself calls one. */
    NEVER
}
