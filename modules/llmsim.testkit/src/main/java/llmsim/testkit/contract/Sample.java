package llmsim.testkit.contract;

import java.util.function.Function;
import llmsim.api.dialect.Answer;

/**
 * A request that an adapter serves, in both forms, and how to read the answers.
 *
 * @param path below the adapter's prefix
 * @param whole the body that asks for a whole answer
 * @param streamed the body that asks for the same as a stream
 * @param readWhole reads a whole answer
 * @param readStreamed reads a stream, whose body is all its bytes
 */
public record Sample(
        String path,
        String whole,
        String streamed,
        Function<Answer, Said> readWhole,
        Function<Answer, Said> readStreamed) {
    /** What an answer says: the texts of all its choices, and its usage. */
    public record Said(java.util.List<String> texts, long promptTokens, long completionTokens) {}
}
