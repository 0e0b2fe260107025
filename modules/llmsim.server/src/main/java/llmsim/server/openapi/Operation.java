package llmsim.server.openapi;

import java.util.List;
import java.util.TreeMap;
import llmsim.server.http.RouteDescription;
import llmsim.server.http.RouteDescription.Media;
import llmsim.server.http.RouteDescription.Query;
import llmsim.server.http.RouteDescription.Reply;
import llmsim.server.http.RoutePath;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A route as the document shows it. */
record Operation(RoutePath path, RouteDescription said) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String TEXT = "{\"type\":\"string\"}";

    ObjectNode json() {
        var json = JSON.objectNode();
        json.put("operationId", said.id()).put("summary", said.summary());
        parameters(json);
        said.body().ifPresent(body -> content(json.putObject("requestBody").put("required", true), List.of(body)));
        responses().forEach(json.putObject("responses")::set);
        return json;
    }

    private void parameters(ObjectNode json) {
        var parameters = JSON.arrayNode();
        path.parameters().forEach(name -> {
            var meaning = said.path().getOrDefault(name, "");
            parameters.add(parameter(new Query(name, meaning, TEXT), "path").put("required", true));
        });
        said.query().forEach(query -> parameters.add(parameter(query, "query")));
        if (!parameters.isEmpty()) {
            json.set("parameters", parameters);
        }
    }

    private static ObjectNode parameter(Query query, String in) {
        var json = JSON.objectNode();
        json.put("name", query.name()).put("in", in).put("description", query.meaning());
        json.set("schema", Part.parsed(query.schema()));
        return json;
    }

    /** What the route says, and what stands before it: the gate, and where there is a body, who reads that. */
    private TreeMap<String, JsonNode> responses() {
        var responses = new TreeMap<String, JsonNode>();
        responses.put("401", shared("NoToken"));
        if (path.written().startsWith("/llmsim/")) {
            responses.put("403", shared("ForeignPage"));
        }
        if (said.body().isPresent()) {
            responses.put("413", shared("TooLarge"));
            responses.put("415", shared("NotJson"));
        }
        said.replies().forEach((status, reply) -> responses.put(String.valueOf(status), response(reply)));
        return responses;
    }

    private static ObjectNode shared(String name) {
        return JSON.objectNode().put("$ref", "#/components/responses/" + name);
    }

    private static ObjectNode response(Reply reply) {
        var json = JSON.objectNode().put("description", reply.meaning());
        content(json, reply.media());
        return json;
    }

    private static void content(ObjectNode json, List<Media> media) {
        var content = json.putObject("content");
        media.forEach(each -> content.putObject(each.type()).set("schema", Part.parsed(each.schema())));
    }
}
