package llmsim.server.http;

import io.helidon.common.socket.SocketOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketOption;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Options of sockets, by which Helidon shows every channel that it accepts. */
record CatchingOptions(SocketOptions inner, Connections connections) implements SocketOptions {

    /** {@link UncheckedIOException} if the connection is not to be; Helidon then closes it. */
    @Override
    public void configureSocket(SocketChannel channel) {
        inner.configureSocket(channel);
        try {
            connections.add(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void configureSocket(Socket socket) {
        inner.configureSocket(socket);
    }

    @Override
    public Map<SocketOption<?>, Object> socketOptions() {
        return inner.socketOptions();
    }

    @Override
    public Duration connectTimeout() {
        return inner.connectTimeout();
    }

    @Override
    public Duration readTimeout() {
        return inner.readTimeout();
    }

    @Override
    public Optional<Integer> socketReceiveBufferSize() {
        return inner.socketReceiveBufferSize();
    }

    @Override
    public Optional<Integer> socketSendBufferSize() {
        return inner.socketSendBufferSize();
    }

    @Override
    public boolean socketReuseAddress() {
        return inner.socketReuseAddress();
    }

    @Override
    public boolean socketKeepAlive() {
        return inner.socketKeepAlive();
    }

    @Override
    public boolean tcpNoDelay() {
        return inner.tcpNoDelay();
    }
}
