package llmsim.api.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A call as it arrived, without secrets: credentials are taken out of the headers before this is made.
 *
 * @param id the request id, unique in the run, as it is told to the client
 * @param method of HTTP, upper case
 * @param path below the adapter's prefix, with its leading slash, decoded
 * @param pathParameters values of the braces in the endpoint's path
 * @param query parameters of the query string, decoded, in order
 * @param receivedNanos when it came, on the scale of the clock
 * @param received the same as date and time
 */
public record Call(
        String id,
        Method method,
        String path,
        Map<String, String> pathParameters,
        Map<String, List<String>> query,
        Headers headers,
        Body body,
        Caller caller,
        long receivedNanos,
        Instant received) {

    public Call {
        pathParameters = Map.copyOf(pathParameters);
        query = Map.copyOf(query);
    }

    /** The same with the values of the braces in the endpoint's path. */
    public Call withPathParameters(Map<String, String> values) {
        return new Call(id, method, path, values, query, headers, body, caller, receivedNanos, received);
    }

    /** The value of a brace in the endpoint's path, which must be there. */
    public String pathParameter(String name) {
        var value = pathParameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the endpoint's path has no {" + name + "}");
        }
        return value;
    }

    /** The first value of a query parameter. */
    public Optional<String> queryParameter(String name) {
        return query.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** How a call may come. */
    public enum Method {
        GET,
        POST,
        PUT,
        PATCH,
        DELETE,
        /** One message of a client over an open WebSocket. They are opened at paths without parameters in braces. */
        MESSAGE
    }
}
