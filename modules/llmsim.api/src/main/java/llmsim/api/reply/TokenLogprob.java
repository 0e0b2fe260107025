package llmsim.api.reply;

import java.util.List;

/**
 * The log probability of a token, with the alternatives that the client asked for, most probable first.
 *
 * @param logprob natural logarithm, at most 0
 */
public record TokenLogprob(String token, double logprob, List<Alternative> alternatives) {
    public TokenLogprob {
        alternatives = List.copyOf(alternatives);
    }

    /** A token that might have come instead. */
    public record Alternative(String token, double logprob) {}
}
