package llmsim.engine;

import llmsim.api.exchange.Headers;
import llmsim.api.render.Framing;

/**
 * What precedes the bytes of an answer.
 *
 * @param headers all fields that the engine wants sent, {@code content-type} among them
 */
public record Head(int status, Framing framing, Headers headers) {}
