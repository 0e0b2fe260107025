package llmsim.server.http;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import llmsim.api.content.Bytes;
import llmsim.api.dialect.Answer;
import llmsim.api.exchange.Call;
import llmsim.api.problem.Problem;
import llmsim.engine.Incoming;
import llmsim.engine.Outlet;

/** The routes of llmsim itself, {@code /health} among them, behind one gate but for those that everybody may call. */
final class SystemRoutes {
    private static final SystemRoute HEALTH = SystemRoute.answering(
                    Call.Method.GET,
                    "/health",
                    _ -> Answer.json(Bytes.ofUtf8("{\"status\":\"ok\",\"service\":\"llmsim\"}")))
            .forEverybody();

    private final List<SystemRoute> routes;
    private final SystemGate gate;

    SystemRoutes(List<SystemRoute> routes, SystemGate gate) {
        this.routes = Stream.concat(Stream.of(HEALTH), routes.stream()).toList();
        this.gate = gate;
    }

    /** Answers the call if one of the routes is meant, or if the gate refuses it. */
    boolean answer(Incoming incoming, Outlet outlet) throws IOException {
        for (var route : routes) {
            var parameters = parameters(route, incoming);
            if (parameters.isPresent()) {
                if (!route.gated() || !refused(incoming, outlet)) {
                    route.handler().handle(new SystemCall(incoming, parameters.get()), outlet);
                }
                return true;
            }
        }
        return refused(incoming, outlet);
    }

    private static Optional<Map<String, String>> parameters(SystemRoute route, Incoming incoming) {
        return route.method() == incoming.method() ? route.path().match(incoming.path()) : Optional.empty();
    }

    private boolean refused(Incoming incoming, Outlet outlet) throws IOException {
        var refusal = gate.refusal(incoming);
        if (refusal.isPresent()) {
            SystemRoute.send(refusal.get(), outlet);
        }
        return refusal.isPresent();
    }

    /** Why none of the routes is meant. */
    Problem problem(Incoming incoming) {
        var allowed = routes.stream()
                .filter(route -> route.path().match(incoming.path()).isPresent())
                .map(route -> route.method().name())
                .distinct()
                .toList();
        return allowed.isEmpty()
                ? new Problem.UnknownRoute(incoming.method().name(), incoming.path())
                : new Problem.MethodNotAllowed(incoming.method().name(), incoming.path(), allowed);
    }
}
