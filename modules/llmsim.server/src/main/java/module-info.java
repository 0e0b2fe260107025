import org.jspecify.annotations.NullMarked;

/**
 * Serves adapters over HTTP, SSE and WebSocket; the entry point for embedding.
 *
 * @uses llmsim.api.spi.LatencyProfile of the module path, the class path and plugins
 * @uses llmsim.api.spi.ProviderAdapter likewise
 * @uses llmsim.api.spi.ResponseGenerator likewise
 * @uses llmsim.api.spi.Store likewise
 * @uses llmsim.api.spi.Tokenizer likewise
 */
@NullMarked
@SuppressWarnings("module") // llmsim.cli is compiled after this module
module llmsim.server {
    requires static transitive org.jspecify;
    requires transitive llmsim.engine;
    requires java.logging;
    requires jdk.management;
    requires io.helidon.common.buffers;
    requires io.helidon.common.configurable;
    requires io.helidon.common.pki;
    requires io.helidon.common.socket;
    requires io.helidon.common.task;
    requires io.helidon.common.tls;
    requires io.helidon.webserver;
    requires llmsim.prometheus;
    requires org.yaml.snakeyaml;

    exports llmsim.server;
    exports llmsim.server.assembly to
            llmsim.cli;
    exports llmsim.server.document to
            llmsim.cli;
    exports llmsim.server.http to
            llmsim.cli;
    exports llmsim.server.mock to
            llmsim.cli;
    exports llmsim.server.plugins to
            llmsim.cli;
    exports llmsim.server.script to
            llmsim.cli;
    exports llmsim.server.settings to
            llmsim.cli;

    uses llmsim.api.spi.LatencyProfile;
    uses llmsim.api.spi.ProviderAdapter;
    uses llmsim.api.spi.ResponseGenerator;
    uses llmsim.api.spi.Store;
    uses llmsim.api.spi.Tokenizer;
}
