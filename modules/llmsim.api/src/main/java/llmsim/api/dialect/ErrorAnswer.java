package llmsim.api.dialect;

import llmsim.api.exchange.Headers;

/**
 * A problem in a provider's words.
 *
 * @param body JSON in UTF-8
 */
public record ErrorAnswer(int status, Headers headers, byte[] body) {
    /** With no fields but those of every answer. */
    public static ErrorAnswer of(int status, byte[] body) {
        return new ErrorAnswer(status, Headers.NONE, body);
    }
}
