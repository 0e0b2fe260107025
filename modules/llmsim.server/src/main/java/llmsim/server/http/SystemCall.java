package llmsim.server.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import llmsim.engine.Incoming;

/**
 * A call of a route of llmsim itself.
 *
 * @param parameters of the path, by their names, decoded
 */
public record SystemCall(Incoming incoming, Map<String, String> parameters) {
    public SystemCall {
        parameters = Map.copyOf(parameters);
    }

    /** A parameter of the path, which every route that names it has. */
    public String parameter(String name) {
        return Optional.ofNullable(parameters.get(name))
                .orElseThrow(() -> new IllegalArgumentException("the path has no parameter " + name));
    }

    /** A parameter of the query; the first, where it stands several times. */
    public Optional<String> query(String name) {
        return incoming.query().getOrDefault(name, List.of()).stream().findFirst();
    }
}
