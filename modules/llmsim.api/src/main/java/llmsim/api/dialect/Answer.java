package llmsim.api.dialect;

import llmsim.api.content.Bytes;
import llmsim.api.exchange.Headers;

/**
 * A whole answer: of a query, or a problem in a provider's words.
 *
 * @param headers fields beside those of every answer
 */
public record Answer(int status, String contentType, Headers headers, Bytes body) {
    /** A JSON answer with status 200. */
    public static Answer json(Bytes body) {
        return json(200, body);
    }

    /** A JSON answer. */
    public static Answer json(int status, Bytes body) {
        return new Answer(status, "application/json", Headers.NONE, body);
    }
}
