/** Decides what to answer, and plays it against a clock. */
@org.jspecify.annotations.NullMarked
module llmsim.engine {
    requires transitive llmsim.api;
    requires llmsim.tokens;

    exports llmsim.engine;
    exports llmsim.engine.configuration;
}
