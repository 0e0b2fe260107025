package llmsim.server.http;

import llmsim.api.content.Bytes;
import llmsim.api.exchange.Body;
import llmsim.api.problem.Problem;
import llmsim.engine.Connection;
import llmsim.engine.Entrance;
import llmsim.engine.Incoming;
import llmsim.engine.Outlet;

/**
 * The engine's side of a WebSocket.
 *
 * @param first the handshake: its path, query and headers go with every message
 */
record SocketTalk(Entrance entrance, String provider, Connection connection, Incoming first) {
    void answer(Bytes text, Outlet outlet) {
        connection.handle(
                new Incoming(
                        first.method(),
                        first.path(),
                        first.query(),
                        first.headers(),
                        new Body.Raw("application/json", text)),
                outlet);
    }

    void refuse(Problem problem, Outlet outlet) {
        entrance.refuse(provider, first, problem, outlet);
    }
}
