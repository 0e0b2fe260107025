package llmsim.server.http;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import llmsim.api.exchange.Headers;
import llmsim.api.render.Framing;
import llmsim.engine.Head;
import llmsim.engine.Outlet;

/**
 * What browsers ask for before they let a page call another origin.
 *
 * @param origin that may call, {@code *} for any; empty for none
 */
record Cors(String origin) {
    static final Cors NONE = new Cors("");
    private static final String OWN = "/llmsim";
    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";
    private static final String A_DAY_IN_SECONDS = "86400";

    /** No page of another origin may call llmsim itself: it could steer what a developer runs. */
    Cors at(String rawPath) {
        return isOwn(rawPath) ? NONE : this;
    }

    /** Whether a path is one of llmsim itself. Who writes it in another way gains nothing: origins are checked too. */
    static boolean isOwn(String rawPath) {
        return rawPath.equals(OWN) || rawPath.startsWith(OWN + "/");
    }

    /** Fields of every answer. */
    Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        if (!origin.isEmpty()) {
            fields.put("access-control-allow-origin", origin);
            fields.put("access-control-expose-headers", "*");
            if (!origin.equals("*")) {
                fields.put("vary", "origin");
            }
        }
        return fields;
    }

    /** Whether a page of this origin may open a WebSocket, which browsers leave to the server to decide. */
    boolean admits(String page) {
        return origin.equals("*") || origin.equals(page);
    }

    /** Answers OPTIONS. */
    void preflight(RawRequest request, Outlet outlet) throws IOException {
        var headers = Headers.builder().add("allow", METHODS);
        if (!origin.isEmpty()) {
            headers.add("access-control-allow-methods", METHODS)
                    .add("access-control-max-age", A_DAY_IN_SECONDS)
                    .add("access-control-allow-headers", allowedHeaders(request));
        }
        outlet.begin(new Head(204, Framing.WHOLE, headers.build()));
        outlet.end();
    }

    // A star would not stand for "authorization".
    private static String allowedHeaders(RawRequest request) {
        return request.headers().first("access-control-request-headers").orElse("*");
    }
}
