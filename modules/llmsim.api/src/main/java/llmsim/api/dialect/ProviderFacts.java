package llmsim.api.dialect;

import java.util.List;

/**
 * What the engine must know of a provider beside its endpoints.
 *
 * @param sdkBasePath what an SDK expects as base URL, below the prefix: {@code /v1}, or empty
 * @param requestIds how request ids look
 * @param toolCallIds how the ids of tool calls look
 * @param headers fields of every answer
 * @param credentials where clients put their key
 * @param contextIncludesDemand whether a demanded completion counts against the context window, or only the prompt
 */
public record ProviderFacts(
        String sdkBasePath,
        IdStyle requestIds,
        IdStyle toolCallIds,
        List<HeaderRule> headers,
        List<Credential> credentials,
        boolean contextIncludesDemand) {

    private static final IdStyle USUAL_CALL_IDS = new IdStyle("call_", IdStyle.Alphabet.LETTERS_AND_DIGITS, 24);

    public ProviderFacts {
        headers = List.copyOf(headers);
        credentials = List.copyOf(credentials);
    }

    /** Facts of a provider whose request ids are letters and digits behind this prefix, and whose calls are {@code call_…}. */
    public ProviderFacts(
            String sdkBasePath,
            String requestIdPrefix,
            List<HeaderRule> headers,
            List<Credential> credentials,
            boolean contextIncludesDemand) {
        this(sdkBasePath, IdStyle.of(requestIdPrefix), USUAL_CALL_IDS, headers, credentials, contextIncludesDemand);
    }

    /**
     * A place for an API key.
     *
     * @param in header or query parameter
     * @param scheme the word before the key, such as {@code Bearer}; empty for none
     */
    public record Credential(Place in, String name, String scheme) {}

    /** Where a key may stand. */
    public enum Place {
        HEADER,
        QUERY
    }
}
