package llmsim.server.http;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import java.util.Map;
import llmsim.api.problem.Category;
import llmsim.api.problem.Problem;

/** Answers requests that break HTTP or the server's limits. Helidon closes the connection after each of them. */
record ProtocolErrors(Front front, Cors cors, long maxBodyBytes) implements DirectHandler {
    private static final Status HEADERS_TOO_LARGE = Status.create(431, "Request Header Fields Too Large");

    /** Helidon's words, which alone tell these cases from others: they come with the status 400. */
    private static final Map<String, Status> HELIDON_WORDS = Map.of(
            "Header size exceeded",
            HEADERS_TOO_LARGE,
            "Unsupported content encoding",
            Status.UNSUPPORTED_MEDIA_TYPE_415);

    DirectHandlers forEveryType() {
        var handlers = DirectHandlers.builder();
        for (var type : EventType.values()) {
            handlers.addHandler(type, this);
        }
        return handlers.build();
    }

    @Override
    public TransportResponse handle(
            TransportRequest request, EventType type, Status status, ServerResponseHeaders headers, String message) {
        var actual = HELIDON_WORDS.getOrDefault(String.valueOf(message), status);
        var raw = new RawRequest(request.method(), request.path(), "", RawRequest.headers(request.headers()));
        var outlet = new MemoryOutlet();
        front.refuse(raw, problem(actual, message), outlet);
        var response =
                TransportResponse.builder().status(outletStatus(actual, outlet)).keepAlive(false);
        outlet.head().headers().forEach((name, value) -> response.header(HeaderNames.create(name), value));
        cors.at(request.path()).fields().forEach((name, value) -> response.header(HeaderNames.create(name), value));
        return response.entity(outlet.body()).build();
    }

    private Problem problem(Status status, String message) {
        return switch (status.code()) {
            case 503 -> Problem.Stated.of(Category.UNAVAILABLE, message);
            case 408 -> new Problem.Malformed(Category.REQUEST_TIMEOUT, message);
            case 413 -> new Problem.TooLarge("body", maxBodyBytes);
            case 414 ->
                new Problem.Malformed(
                        Category.TOO_LARGE,
                        "The URI of the request is too long: its request line is larger than "
                                + HttpLimits.REQUEST_LINE_BYTES + " bytes");
            case 415 -> new Problem.Malformed(Category.UNSUPPORTED_MEDIA_TYPE, "The only Content-Encoding is identity");
            case 431 ->
                new Problem.Malformed(
                        Category.TOO_LARGE,
                        "The header fields of the request are larger than " + HttpLimits.HEADER_BYTES + " bytes");
            default -> malformed(status, message);
        };
    }

    private static Problem malformed(Status status, String message) {
        return status.code() < 500 || status.code() == 501 || status.code() == 505
                ? new Problem.Malformed(Category.INVALID_REQUEST, "The request is not valid HTTP/1.1: " + message)
                : Problem.Stated.of(Category.SERVER_ERROR, "The request could not be answered");
    }

    /** Providers have words for a wrong request, but seldom a status for what HTTP has one for. */
    private static Status outletStatus(Status transport, MemoryOutlet outlet) {
        return switch (transport.code()) {
            case 414, 431, 501, 505 -> transport;
            default -> Status.create(outlet.head().status());
        };
    }
}
