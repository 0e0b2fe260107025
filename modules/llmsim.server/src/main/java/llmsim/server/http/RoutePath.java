package llmsim.server.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The whole path of a route, such as {@code /llmsim/requests/{id}}: a segment in braces takes any text but an empty one.
 *
 * @param written as documentation shows it
 */
public record RoutePath(String written) {
    /** The parameters of a path that was asked for, decoded; empty if it is another path. */
    Optional<Map<String, String>> match(String path) {
        if (!written.contains("{")) {
            return written.equals(path) ? Optional.of(Map.of()) : Optional.empty();
        }
        var wanted = written.split("/", -1);
        var given = path.split("/", -1);
        if (wanted.length != given.length) {
            return Optional.empty();
        }
        var parameters = new LinkedHashMap<String, String>();
        for (var i = 0; i < wanted.length; i++) {
            if (isParameter(wanted[i]) && !given[i].isEmpty()) {
                parameters.put(name(wanted[i]), given[i]);
            } else if (!wanted[i].equals(given[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }

    /** The names of its parameters, in their order. */
    public List<String> parameters() {
        return List.of(written.split("/", -1)).stream()
                .filter(RoutePath::isParameter)
                .map(RoutePath::name)
                .toList();
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    private static String name(String segment) {
        return segment.substring(1, segment.length() - 1);
    }
}
