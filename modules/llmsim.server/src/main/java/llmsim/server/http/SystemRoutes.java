package llmsim.server.http;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import llmsim.api.content.Bytes;
import llmsim.api.dialect.Answer;
import llmsim.api.exchange.Call;
import llmsim.api.problem.Problem;
import llmsim.engine.Incoming;
import llmsim.engine.Outlet;

/** The routes of llmsim itself, behind one gate; and {@code /health} before it. */
final class SystemRoutes {
    private static final SystemRoute HEALTH = SystemRoute.answering(
            Call.Method.GET, "/health", _ -> Answer.json(Bytes.ofUtf8("{\"status\":\"ok\",\"service\":\"llmsim\"}")));

    private final List<SystemRoute> routes;
    private final SystemGate gate;

    SystemRoutes(List<SystemRoute> routes, SystemGate gate) {
        this.routes = List.copyOf(routes);
        this.gate = gate;
    }

    /** Answers the call if one of the routes is meant, or if the gate refuses it. */
    boolean answer(Incoming incoming, Outlet outlet) throws IOException {
        if (incoming.path().equals(HEALTH.path().written()) && incoming.method() == HEALTH.method()) {
            HEALTH.handler().handle(new SystemCall(incoming, Map.of()), outlet);
            return true;
        }
        var refusal = gate.refusal(incoming);
        if (refusal.isPresent()) {
            SystemRoute.send(refusal.get(), outlet);
            return true;
        }
        return handled(incoming, outlet);
    }

    private boolean handled(Incoming incoming, Outlet outlet) throws IOException {
        for (var route : routes) {
            if (route.method() == incoming.method()) {
                var parameters = route.path().match(incoming.path());
                if (parameters.isPresent()) {
                    route.handler().handle(new SystemCall(incoming, parameters.get()), outlet);
                    return true;
                }
            }
        }
        return false;
    }

    /** Why none of the routes is meant. */
    Problem problem(Incoming incoming) {
        var allowed = Stream.concat(Stream.of(HEALTH), routes.stream())
                .filter(route -> route.path().match(incoming.path()).isPresent())
                .map(route -> route.method().name())
                .distinct()
                .toList();
        return allowed.isEmpty()
                ? new Problem.UnknownRoute(incoming.method().name(), incoming.path())
                : new Problem.MethodNotAllowed(incoming.method().name(), incoming.path(), allowed);
    }
}
