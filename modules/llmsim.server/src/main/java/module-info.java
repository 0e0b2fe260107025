import org.jspecify.annotations.NullMarked;

/** Serves adapters over HTTP, SSE and WebSocket; the entry point for embedding. */
@NullMarked
module llmsim.server {
    requires static transitive org.jspecify;
    requires transitive llmsim.engine;
    requires java.logging;
    requires io.helidon.common.task;
    requires io.helidon.webserver;
    requires io.helidon.webserver.websocket;
    requires org.yaml.snakeyaml;

    uses llmsim.api.spi.LatencyProfile;
    uses llmsim.api.spi.ProviderAdapter;
    uses llmsim.api.spi.ResponseGenerator;
    uses llmsim.api.spi.Store;
    uses llmsim.api.spi.Tokenizer;
}
