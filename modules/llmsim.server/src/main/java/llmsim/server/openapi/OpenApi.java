package llmsim.server.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import llmsim.api.content.Bytes;
import llmsim.api.dialect.Answer;
import llmsim.api.exchange.Call;
import llmsim.server.http.RouteDescription;
import llmsim.server.http.RouteDescription.Media;
import llmsim.server.http.SystemRoute;
import tools.jackson.databind.node.ObjectNode;

/**
 * The OpenAPI 3.1 document of all routes that describe themselves. It is made anew for each who asks: few do.
 *
 * @param version of llmsim
 */
public record OpenApi(List<SystemRoute> routes, String version) {
    public OpenApi {
        routes = List.copyOf(routes);
    }

    /** These routes, and then the route that answers with the document, which is in it too. */
    public static List<SystemRoute> with(List<SystemRoute> routes, String version) {
        var all = new ArrayList<>(routes);
        all.add(SystemRoute.answering(
                        Call.Method.GET,
                        "/llmsim/openapi.json",
                        _ -> Answer.json(Bytes.ofUtf8(
                                new OpenApi(all, version).document().toString())))
                .described(RouteDescription.of("getOpenApi", "This document", Media.json("OpenApiDocument"))));
        return List.copyOf(all);
    }

    /** The document. */
    public ObjectNode document() {
        var root = Part.named("document");
        root.withObject("info").put("version", version);
        var paths = root.withObject("paths");
        routes.forEach(route -> route.description()
                .ifPresent(said -> paths.withObjectProperty(route.path().written())
                        .set(
                                route.method().name().toLowerCase(Locale.ROOT),
                                new Operation(route.path(), said).json())));
        var schemas = root.withObject("components").putObject("schemas");
        Schemas.namedIn(root).forEach(schemas::set);
        return root;
    }
}
