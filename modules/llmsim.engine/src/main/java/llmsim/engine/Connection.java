package llmsim.engine;

/**
 * One connection that carries several calls, such as a WebSocket. It differs from single calls in one thing: what is
 * kept for the connection alone can be found by its later calls, and is gone when it closes. Thread-safe.
 */
public interface Connection extends AutoCloseable {
    /** Answers one message, as {@link Entrance#handle} answers a call. */
    void handle(Incoming message, Outlet outlet);

    @Override
    void close();
}
