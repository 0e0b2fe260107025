/** Decides what to answer, and plays it against a clock. */
@org.jspecify.annotations.NullMarked
module llmsim.engine {
    requires transitive llmsim.api;
    requires llmsim.tokens;

    exports llmsim.engine;
    exports llmsim.engine.clock;
    exports llmsim.engine.configuration;
    exports llmsim.engine.gate;
    exports llmsim.engine.latency;
    exports llmsim.engine.random;
    exports llmsim.engine.source;
    exports llmsim.engine.stats;
    exports llmsim.engine.store;
}
