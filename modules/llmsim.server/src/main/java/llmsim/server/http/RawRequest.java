package llmsim.server.http;

import io.helidon.http.Header;
import io.helidon.webserver.http.RoutingRequest;
import llmsim.api.exchange.Headers;

/**
 * A request as it was sent, but for its body.
 *
 * @param method in capitals, any
 * @param path not decoded
 * @param query not decoded, without its question mark
 */
record RawRequest(String method, String path, String query, Headers headers) {

    static RawRequest of(RoutingRequest request) {
        var prologue = request.prologue();
        return new RawRequest(
                prologue.method().text(),
                prologue.uriPath().rawPath(),
                prologue.query().rawValue(),
                headers(request.headers()));
    }

    static Headers headers(Iterable<Header> fields) {
        var headers = Headers.builder();
        for (var field : fields) {
            field.allValues().forEach(value -> headers.add(field.headerName().lowerCase(), value));
        }
        return headers.build();
    }
}
