package llmsim.engine.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import llmsim.api.dialect.Endpoint;
import llmsim.api.exchange.Call.Method;

/** The endpoints of one adapter, found by path and method. Immutable. */
final class Routes {
    private static final Pattern BRACE = Pattern.compile("\\{([A-Za-z]\\w*)(\\.\\.\\.)?}");

    private final Map<String, List<Endpoint>> exact = new LinkedHashMap<>();
    private final List<Template> templates = new ArrayList<>();

    Routes(List<Endpoint> endpoints) {
        for (var endpoint : endpoints) {
            if (BRACE.matcher(endpoint.path()).find()) {
                templates.add(new Template(endpoint, names(endpoint.path()), pattern(endpoint.path())));
            } else {
                exact.computeIfAbsent(endpoint.path(), _ -> new ArrayList<>()).add(endpoint);
            }
        }
        templates.sort(Comparator.comparing(Template::takesRest));
    }

    /**
     * All that stands at a path, for whatever method: exact paths before templates, these in the adapter's order, but
     * those that take the rest of a path last.
     */
    List<Match> at(String path) {
        var found = exact.getOrDefault(path, List.of()).stream().map(endpoint -> new Match(endpoint, Map.of()));
        return Stream.concat(found, templates.stream().flatMap(template -> template.match(path).stream()))
                .toList();
    }

    static Optional<Match> byMethod(List<Match> matches, Method method) {
        return matches.stream()
                .filter(match -> match.endpoint().method() == method)
                .findFirst();
    }

    private static List<String> names(String path) {
        return BRACE.matcher(path).results().map(brace -> brace.group(1)).toList();
    }

    /**
     * A brace takes a whole segment, or the part of one before a colon that the path itself names; with dots it takes
     * all that follows, slashes too.
     */
    private static Pattern pattern(String path) {
        var regex = new StringBuilder();
        var braces = BRACE.matcher(path);
        var from = 0;
        while (braces.find()) {
            regex.append(Pattern.quote(path.substring(from, braces.start())));
            regex.append(braces.group(2) == null ? "([^/]+?)" : rest(path, braces.end()));
            from = braces.end();
        }
        return Pattern.compile(regex.append(Pattern.quote(path.substring(from))).toString());
    }

    private static String rest(String path, int end) {
        if (end < path.length()) {
            throw new IllegalArgumentException("a brace with dots must end its path, unlike in " + path);
        }
        return "(.+)";
    }

    record Match(Endpoint endpoint, Map<String, String> parameters) {}

    private record Template(Endpoint endpoint, List<String> names, Pattern pattern) {
        boolean takesRest() {
            return endpoint.path().endsWith("...}");
        }

        Optional<Match> match(String path) {
            var matcher = pattern.matcher(path);
            return matcher.matches() ? Optional.of(new Match(endpoint, parameters(matcher))) : Optional.empty();
        }

        private Map<String, String> parameters(Matcher matcher) {
            var values = new LinkedHashMap<String, String>();
            for (var i = 0; i < names.size(); i++) {
                values.put(names.get(i), matcher.group(i + 1));
            }
            return values;
        }
    }
}
