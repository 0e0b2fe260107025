package llmsim.server.http;

import io.helidon.common.buffers.DataWriter;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.common.socket.PeerInfo;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ListenerContext;
import io.helidon.webserver.ProxyProtocolData;
import io.helidon.webserver.Router;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/** Helidon's context of a connection, with reading and writing that the connection knows of. */
record TrackedContext(
        ConnectionContext inner,
        Router router,
        TcpConnection connection,
        ArrivingBytes arriving,
        RequestReader dataReader,
        DataWriter dataWriter)
        implements ConnectionContext {

    static TrackedContext of(
            ConnectionContext inner, Front front, TcpConnection connection, long maxBodyBytes, BodyMemory memory) {
        var bytes = new ArrivingBytes(inner.serverSocket(), connection, maxBodyBytes, memory);
        return new TrackedContext(
                inner,
                new FrontRouter(front, inner.router()),
                connection,
                bytes,
                new RequestReader(bytes),
                new ChannelWriter(connection));
    }

    @Override
    public ListenerContext listenerContext() {
        return inner.listenerContext();
    }

    @Override
    public ExecutorService executor() {
        return inner.executor();
    }

    @Override
    public Optional<ProxyProtocolData> proxyProtocolData() {
        return inner.proxyProtocolData();
    }

    @Override
    public HelidonSocket serverSocket() {
        return inner.serverSocket();
    }

    @Override
    public PeerInfo remotePeer() {
        return inner.remotePeer();
    }

    @Override
    public PeerInfo localPeer() {
        return inner.localPeer();
    }

    @Override
    public boolean isSecure() {
        return inner.isSecure();
    }

    @Override
    public String socketId() {
        return inner.socketId();
    }

    @Override
    public String childSocketId() {
        return inner.childSocketId();
    }
}
