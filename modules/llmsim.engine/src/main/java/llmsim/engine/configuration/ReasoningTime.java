package llmsim.engine.configuration;

/** Whether reasoning that is not shown takes time. */
public enum ReasoningTime {
    /** The time to first token holds it already. */
    INCLUDED,
    /** Each of its tokens takes the time of a token, after the time to first token. */
    PER_TOKEN
}
