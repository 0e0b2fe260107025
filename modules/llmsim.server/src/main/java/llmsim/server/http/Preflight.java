package llmsim.server.http;

import java.io.IOException;
import llmsim.api.exchange.Headers;
import llmsim.api.render.Framing;
import llmsim.engine.Head;
import llmsim.engine.Outlet;

/** Answers OPTIONS, which browsers send before a call to another origin. */
record Preflight(String corsOrigin) {
    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";
    private static final String A_DAY_IN_SECONDS = "86400";

    void answer(RawRequest request, Outlet outlet) throws IOException {
        var headers = Headers.builder().add("allow", METHODS);
        if (!corsOrigin.isEmpty()) {
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
