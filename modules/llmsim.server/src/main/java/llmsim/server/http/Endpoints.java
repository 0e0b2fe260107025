package llmsim.server.http;

import java.net.SocketAddress;

/** Both ends of a TCP connection, which name it as long as it is open. */
record Endpoints(SocketAddress local, SocketAddress remote) {}
