package llmsim.server.admin;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import llmsim.api.dialect.Answer;
import llmsim.api.exchange.Call;
import llmsim.server.http.RouteDescription;
import llmsim.server.http.RouteDescription.Media;
import llmsim.server.http.SystemRoute;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The OpenAPI 3.1 document of all routes that describe themselves.
 *
 * @param version of llmsim
 */
public record OpenApi(List<SystemRoute> routes, String version) {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    /** These routes, and then the route that answers with the document, which is in it too. */
    public static List<SystemRoute> with(List<SystemRoute> routes, String version) {
        var answer =
                Answers.json(new OpenApi(and(routes, Answers.json(Answers.JSON.objectNode())), version).document());
        return and(routes, answer);
    }

    private static List<SystemRoute> and(List<SystemRoute> routes, Answer answer) {
        var own = SystemRoute.answering(Call.Method.GET, "/llmsim/openapi.json", _ -> answer)
                .described(RouteDescription.of("This document", Media.json(Schemas.OBJECT)));
        return Stream.concat(routes.stream(), Stream.of(own)).toList();
    }

    /** The document. */
    public ObjectNode document() {
        var root = Answers.JSON.objectNode();
        root.put("openapi", "3.1.0");
        root.putObject("info")
                .put("title", "llmsim administration")
                .put("version", version)
                .put("description", "Looks at a running llmsim, and steers it.");
        var paths = root.putObject("paths");
        routes.forEach(route -> route.description().ifPresent(said -> {
            var path = route.path().written();
            var item = paths.get(path) instanceof ObjectNode known ? known : paths.putObject(path);
            item.set(route.method().name().toLowerCase(Locale.ROOT), operation(route, said));
        }));
        security(root);
        return root;
    }

    private static void security(ObjectNode root) {
        root.putObject("components")
                .putObject("securitySchemes")
                .putObject("adminToken")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("description", "server.admin_token, where it is set");
        var security = root.putArray("security");
        security.addObject().putArray("adminToken");
        security.addObject();
    }

    private static ObjectNode operation(SystemRoute route, RouteDescription said) {
        var json = Answers.JSON.objectNode();
        json.put("summary", said.summary());
        var parameters = Answers.JSON.arrayNode();
        route.path()
                .parameters()
                .forEach(name -> parameter(parameters.addObject(), name, "path", "", "{\"type\":\"string\"}")
                        .put("required", true));
        said.query()
                .forEach(query ->
                        parameter(parameters.addObject(), query.name(), "query", query.meaning(), query.schema()));
        if (!parameters.isEmpty()) {
            json.set("parameters", parameters);
        }
        said.body().ifPresent(body -> content(json.putObject("requestBody").put("required", true), body));
        var responses = json.putObject("responses");
        content(responses.putObject("200").put("description", "As the summary says"), said.answer());
        said.others()
                .forEach((status, reason) ->
                        responses.putObject(String.valueOf(status)).put("description", reason));
        return json;
    }

    private static ObjectNode parameter(ObjectNode json, String name, String in, String meaning, String schema) {
        json.put("name", name).put("in", in).put("description", meaning);
        json.set("schema", schema(schema));
        return json;
    }

    private static void content(ObjectNode json, Media media) {
        json.putObject("content").putObject(media.type()).set("schema", schema(media.schema()));
    }

    private static JsonNode schema(String text) {
        return MAPPER.readTree(text);
    }
}
