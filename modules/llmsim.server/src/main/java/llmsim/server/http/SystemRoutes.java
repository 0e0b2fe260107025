package llmsim.server.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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

    /** Answers the call if one of the routes is meant. */
    boolean answer(Incoming incoming, Outlet outlet) throws IOException {
        if (meant(HEALTH, incoming)) {
            HEALTH.handler().handle(incoming, outlet);
            return true;
        }
        for (var route : routes) {
            if (meant(route, incoming)) {
                answer(route, incoming, outlet);
                return true;
            }
        }
        return false;
    }

    private void answer(SystemRoute route, Incoming incoming, Outlet outlet) throws IOException {
        var refusal = gate.refusal(incoming);
        if (refusal.isPresent()) {
            SystemRoute.send(refusal.get(), outlet);
        } else {
            route.handler().handle(incoming, outlet);
        }
    }

    /** Why none of the routes is meant. */
    Problem problem(Incoming incoming) {
        var allowed = new ArrayList<String>();
        if (incoming.path().equals(HEALTH.path())) {
            allowed.add(HEALTH.method().name());
        }
        routes.stream()
                .filter(route -> route.path().equals(incoming.path()))
                .forEach(route -> allowed.add(route.method().name()));
        return allowed.isEmpty()
                ? new Problem.UnknownRoute(incoming.method().name(), incoming.path())
                : new Problem.MethodNotAllowed(incoming.method().name(), incoming.path(), allowed);
    }

    private static boolean meant(SystemRoute route, Incoming incoming) {
        return route.path().equals(incoming.path()) && route.method() == incoming.method();
    }
}
