package llmsim.server.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a route says of itself in the OpenAPI document.
 *
 * @param summary what it does, in one sentence
 * @param query parameters that its query may have
 * @param body what its body must be; empty if it takes none
 * @param answer what it answers with when all is well
 * @param others further statuses that it answers with, each with the reason
 */
public record RouteDescription(
        String summary, List<Query> query, Optional<Media> body, Media answer, Map<Integer, String> others) {
    public RouteDescription {
        query = List.copyOf(query);
        others = Map.copyOf(others);
    }

    /** A route that takes neither query nor body. */
    public static RouteDescription of(String summary, Media answer) {
        return new RouteDescription(summary, List.of(), Optional.empty(), answer, Map.of());
    }

    /** The same with a parameter more. */
    public RouteDescription withQuery(Query more) {
        var all = new ArrayList<>(query);
        all.add(more);
        return new RouteDescription(summary, all, body, answer, others);
    }

    /** The same with a body. */
    public RouteDescription withBody(Media taken) {
        return new RouteDescription(summary, query, Optional.of(taken), answer, others);
    }

    /** The same with a further status. */
    public RouteDescription withOther(int status, String reason) {
        var all = new TreeMap<>(others);
        all.put(status, reason);
        return new RouteDescription(summary, query, body, answer, all);
    }

    /**
     * A parameter of the query.
     *
     * @param schema as JSON Schema, such as <code>{"type":"boolean"}</code>
     */
    public record Query(String name, String meaning, String schema) {}

    /**
     * A body.
     *
     * @param type such as {@code application/json}
     * @param schema as JSON Schema, such as <code>{"type":"object"}</code>
     */
    public record Media(String type, String schema) {
        /** JSON of this schema. */
        public static Media json(String schema) {
            return new Media("application/json", schema);
        }
    }
}
