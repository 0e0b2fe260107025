package llmsim.server.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataWriter;
import io.helidon.webserver.CloseConnectionException;
import java.io.IOException;
import java.nio.ByteBuffer;

/** What Helidon itself writes: interim answers, and answers to requests that break HTTP. */
record ChannelWriter(TcpConnection connection) implements DataWriter {
    @Override
    public void write(BufferData... buffers) {
        writeNow(BufferData.create(buffers));
    }

    @Override
    public void write(BufferData buffer) {
        writeNow(buffer);
    }

    @Override
    public void writeNow(BufferData... buffers) {
        writeNow(BufferData.create(buffers));
    }

    @Override
    public void writeNow(BufferData buffer) {
        try {
            connection.write(ByteBuffer.wrap(buffer.readBytes()));
        } catch (IOException e) {
            throw new CloseConnectionException("the client is gone", e);
        }
    }
}
