package llmsim.engine;

import java.util.List;
import java.util.Map;
import llmsim.api.exchange.Body;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Headers;

/**
 * A call as a transport delivers it, credentials and all. It lives only until the engine has made a {@link Call} of it.
 *
 * @param path below the adapter's prefix, with its leading slash, decoded
 * @param query parameters of the query string, decoded
 */
public record Incoming(Call.Method method, String path, Map<String, List<String>> query, Headers headers, Body body) {

    public Incoming {
        query = Map.copyOf(query);
    }
}
