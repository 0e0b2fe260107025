package llmsim.engine.configuration;

/** What tells apart those who have rate limits of their own. */
public enum LimitScope {
    /** The API key. */
    KEY,
    /** The model, or the family of models that share limits. */
    MODEL
}
