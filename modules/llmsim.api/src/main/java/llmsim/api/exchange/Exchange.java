package llmsim.api.exchange;

/**
 * What listeners know of an exchange from the moment it is parsed.
 *
 * @param id the request id
 * @param provider the adapter's name
 * @param kind the endpoint's counter, such as {@code completions}
 * @param model the model asked for; empty if the call names none
 * @param streaming whether deltas are sent as they come
 */
public record Exchange(
        String id, String provider, String kind, String model, boolean streaming, Caller caller, long receivedNanos) {}
