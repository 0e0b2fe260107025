package llmsim.server.http;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import llmsim.api.exchange.Body;
import llmsim.api.exchange.Call;
import llmsim.api.problem.Category;
import llmsim.api.problem.Problem;
import llmsim.api.spi.ProviderAdapter;
import llmsim.engine.Entrance;
import llmsim.engine.Incoming;
import llmsim.engine.Outlet;

/** Finds who answers a request: a system route, the entrance for a provider, or nobody. Thread-safe. */
final class Dispatcher {
    private static final String NO_PROVIDER = "";
    private static final Map<String, Call.Method> METHODS = Arrays.stream(Call.Method.values())
            .filter(method -> method != Call.Method.MESSAGE)
            .collect(Collectors.toUnmodifiableMap(Enum::name, method -> method));

    private final Entrance entrance;
    private final Set<String> providers;
    private final SystemRoutes systemRoutes;
    private final Cors cors;

    Dispatcher(Entrance entrance, SystemRoutes systemRoutes, Cors cors) {
        this.entrance = entrance;
        this.providers =
                entrance.adapters().stream().map(ProviderAdapter::name).collect(Collectors.toUnmodifiableSet());
        this.systemRoutes = systemRoutes;
        this.cors = cors;
    }

    void answer(RawRequest request, Body body, Outlet outlet) throws IOException {
        if (request.method().equals("OPTIONS")) {
            cors.at(request.path()).preflight(request, outlet);
            return;
        }
        RequestTarget target;
        try {
            target = RequestTarget.parse(request.path(), request.query());
        } catch (IllegalArgumentException e) {
            refuse(
                    request,
                    new Problem.Malformed(Category.INVALID_REQUEST, "The URL is not valid: " + e.getMessage()),
                    outlet);
            return;
        }
        var method = method(request.method());
        if (method.isEmpty()) {
            var problem = new Problem.MethodNotAllowed(request.method(), path(target), List.copyOf(METHODS.keySet()));
            refuse(request, problem, outlet);
            return;
        }
        dispatch(target, new Incoming(method.get(), target.whole(), target.query(), request.headers(), body), outlet);
    }

    private void dispatch(RequestTarget target, Incoming incoming, Outlet outlet) throws IOException {
        if (providers.contains(target.prefix())) {
            entrance.handle(target.prefix(), below(target, incoming), outlet);
        } else if (!systemRoutes.answer(incoming, outlet)) {
            entrance.refuse(NO_PROVIDER, incoming, systemRoutes.problem(incoming), outlet);
        }
    }

    /** Answers a request that breaks HTTP, or cannot be read, in the words of the provider whose prefix it has. */
    void refuse(RawRequest request, Problem problem, Outlet outlet) {
        var target = RequestTarget.guess(request.path());
        var known = providers.contains(target.prefix());
        var method = method(request.method()).orElse(Call.Method.GET);
        var incoming = new Incoming(method, path(target), Map.of(), request.headers(), Body.EMPTY);
        entrance.refuse(known ? target.prefix() : NO_PROVIDER, incoming, problem, outlet);
    }

    /** Below the prefix if that is a provider's. */
    private String path(RequestTarget target) {
        if (!providers.contains(target.prefix())) {
            return target.whole();
        }
        return target.path().isEmpty() ? "/" : target.path();
    }

    private Incoming below(RequestTarget target, Incoming whole) {
        return new Incoming(whole.method(), path(target), whole.query(), whole.headers(), whole.body());
    }

    private static Optional<Call.Method> method(String method) {
        return Optional.ofNullable(METHODS.get(method.equals("HEAD") ? "GET" : method));
    }
}
