package llmsim.server.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1Connection;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.util.Set;

/** Gives every new connection to Helidon's HTTP/1.1, and itself to nobody else. */
record TrackedSelector(
        Http1ConnectionSelector inner, Front front, Connections connections, long maxBodyBytes, BodyMemory memory)
        implements ServerConnectionSelector {

    @Override
    public ServerConnection connection(ConnectionContext context) {
        var endpoints = new Endpoints(
                context.localPeer().address(), context.remotePeer().address());
        var connection = connections.find(endpoints).orElseThrow(() -> new CloseConnectionException("already gone"));
        if (context.isSecure()) {
            connection.encrypt(context.serverSocket());
        }
        var tracked = TrackedContext.of(context, front, connection, maxBodyBytes, memory);
        return new TrackedConnection((Http1Connection) inner.connection(tracked), connection, connections);
    }

    @Override
    public int bytesToIdentifyConnection() {
        return inner.bytesToIdentifyConnection();
    }

    @Override
    public Support supports(BufferData data) {
        return inner.supports(data);
    }

    @Override
    public Set<String> supportedApplicationProtocols() {
        return inner.supportedApplicationProtocols();
    }
}
