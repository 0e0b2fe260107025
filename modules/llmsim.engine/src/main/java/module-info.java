/**
 * Decides what to answer, and plays it against a clock.
 *
 * @provides llmsim.api.spi.ResponseGenerator named {@code echo}, {@code fixed}, {@code lorem}, {@code random} and
 *     {@code sequence}
 * @provides llmsim.api.spi.Store named {@code memory}
 */
@org.jspecify.annotations.NullMarked
module llmsim.engine {
    requires transitive llmsim.api;
    requires llmsim.tokens;
    requires jdk.jfr;

    exports llmsim.engine;
    exports llmsim.engine.access;
    exports llmsim.engine.capacity;
    exports llmsim.engine.catalogue;
    exports llmsim.engine.clock;
    exports llmsim.engine.configuration;
    exports llmsim.engine.fault;
    exports llmsim.engine.format;
    exports llmsim.engine.gate;
    exports llmsim.engine.generate;
    exports llmsim.engine.incident;
    exports llmsim.engine.journal;
    exports llmsim.engine.latency;
    exports llmsim.engine.limit;
    exports llmsim.engine.match;
    exports llmsim.engine.memo;
    exports llmsim.engine.mock;
    exports llmsim.engine.override;
    exports llmsim.engine.play;
    exports llmsim.engine.random;
    exports llmsim.engine.report;
    exports llmsim.engine.schema;
    exports llmsim.engine.script;
    exports llmsim.engine.source;
    exports llmsim.engine.stats;
    exports llmsim.engine.store;
    exports llmsim.engine.tool;

    provides llmsim.api.spi.ResponseGenerator with
            llmsim.engine.generate.Echo,
            llmsim.engine.generate.Fixed,
            llmsim.engine.generate.Lorem,
            llmsim.engine.generate.RandomWords,
            llmsim.engine.generate.Sequence;
    provides llmsim.api.spi.Store with
            llmsim.engine.store.MemoryStore;
}
