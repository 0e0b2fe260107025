package llmsim.api.prompt;

import java.util.List;
import java.util.OptionalLong;

/**
 * Where an answer must end, whatever is being said.
 *
 * @param maxTokens most completion tokens a choice may have, reasoning included; empty for no limit;
 *     as large as a client wrote it
 * @param stop texts at which a choice ends, not shown themselves
 */
public record OutputLimits(OptionalLong maxTokens, List<String> stop) {
    /** No limit. */
    public static final OutputLimits NONE = new OutputLimits(OptionalLong.empty(), List.of());

    public OutputLimits {
        if (maxTokens.orElse(0) < 0) {
            throw new IllegalArgumentException("maxTokens must be at least 0, not " + maxTokens.getAsLong());
        }
        stop = List.copyOf(stop);
    }

    /** Only a length limit, in tokens. */
    public static OutputLimits ofTokens(long maxTokens) {
        return new OutputLimits(OptionalLong.of(maxTokens), List.of());
    }
}
