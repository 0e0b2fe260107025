package llmsim.server.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a route says of itself in the OpenAPI document. What stands before all routes, such as the gate, is none of its.
 *
 * @param id names it among all routes, such as {@code getStatistics}: what generated clients call it
 * @param summary what it does, in one sentence
 * @param path what the parameters of its path mean, by their names
 * @param query parameters that its query may have
 * @param body what its body must be; empty if it takes none
 * @param replies what it answers with, by status
 */
public record RouteDescription(
        String id,
        String summary,
        Map<String, String> path,
        List<Query> query,
        Optional<Media> body,
        Map<Integer, Reply> replies) {
    public RouteDescription {
        path = Map.copyOf(path);
        query = List.copyOf(query);
        replies = Map.copyOf(replies);
    }

    /** A route that takes nothing, and answers with 200 in one of these ways. */
    public static RouteDescription of(String id, String summary, Media... answer) {
        var replies = Map.of(200, new Reply(summary, List.of(answer)));
        return new RouteDescription(id, summary, Map.of(), List.of(), Optional.empty(), replies);
    }

    /** The same with what a parameter of its path means. */
    public RouteDescription withPath(String name, String meaning) {
        var all = new TreeMap<>(path);
        all.put(name, meaning);
        return new RouteDescription(id, summary, all, query, body, replies);
    }

    /** The same with a parameter more. */
    public RouteDescription withQuery(Query more) {
        var all = new ArrayList<>(query);
        all.add(more);
        return new RouteDescription(id, summary, path, all, body, replies);
    }

    /** The same with a body. */
    public RouteDescription withBody(Media taken) {
        return new RouteDescription(id, summary, path, query, Optional.of(taken), replies);
    }

    /** The same with a further status. */
    public RouteDescription withOther(int status, String reason, Media answer) {
        var all = new TreeMap<>(replies);
        all.put(status, new Reply(reason, List.of(answer)));
        return new RouteDescription(id, summary, path, query, body, all);
    }

    /**
     * A parameter of the query.
     *
     * @param schema as JSON Schema, such as <code>{"type":"boolean"}</code>
     */
    public record Query(String name, String meaning, String schema) {}

    /** What is answered with a status; its media are the same in different forms. */
    public record Reply(String meaning, List<Media> media) {
        public Reply {
            media = List.copyOf(media);
        }
    }

    /**
     * A body.
     *
     * @param type such as {@code application/json}
     * @param schema as JSON Schema, such as <code>{"type":"object"}</code>
     */
    public record Media(String type, String schema) {
        /** What is refused, and why. */
        public static final Media ERROR = json("Error");

        /** JSON of the schema that has this name in the document. */
        public static Media json(String name) {
            return new Media("application/json", "{\"$ref\":\"#/components/schemas/" + name + "\"}");
        }

        /** Text of this type. */
        public static Media text(String type) {
            return new Media(type, "{\"type\":\"string\"}");
        }
    }
}
