package llmsim.server.http;

/** What a server holds open and in memory, at the moment of each question. Thread-safe. */
public final class Occupancy {
    private final Connections connections;
    private final WebSockets sockets;
    private final BodyMemory memory;

    Occupancy(Connections connections, WebSockets sockets, BodyMemory memory) {
        this.connections = connections;
        this.sockets = sockets;
        this.memory = memory;
    }

    /** Number of open connections, half-open ones among them. */
    public int connections() {
        return connections.all().size();
    }

    /** Number of open WebSockets, those among them whose last answer has not noticed their end yet. */
    public int webSockets() {
        return sockets.reserved();
    }

    /** Bytes of bodies that are held in memory, of all requests under way. */
    public long bufferedBytes() {
        return memory.held();
    }
}
