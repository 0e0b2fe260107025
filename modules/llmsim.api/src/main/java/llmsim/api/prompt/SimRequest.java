package llmsim.api.prompt;

import java.util.List;
import java.util.OptionalInt;
import llmsim.api.content.Message;
import llmsim.api.content.Role;

/**
 * A request for a generation: what the model sees, and how the client wants it delivered.
 *
 * @param choices how many completions, at least 1
 * @param topLogprobs how many alternatives to report with each token (0 to 20); empty for no log probabilities at all
 * @param stream whether the client wants deltas as they come
 */
public record SimRequest(
        Prompt prompt,
        OutputLimits limits,
        int choices,
        OptionalInt topLogprobs,
        boolean stream,
        Attribution attribution) {

    public SimRequest {
        if (choices < 1) {
            throw new IllegalArgumentException("choices must be at least 1, not " + choices);
        }
    }

    /** One whole completion of the prompt, without limits. */
    public static SimRequest of(Prompt prompt) {
        return new SimRequest(prompt, OutputLimits.NONE, 1, OptionalInt.empty(), false, Attribution.NONE);
    }

    /** One whole completion of one user message. */
    public static SimRequest of(String model, String userText) {
        return of(Prompt.of(model, List.of(Message.of(Role.USER, userText))));
    }

    /** The same within these limits. */
    public SimRequest withLimits(OutputLimits other) {
        return new SimRequest(prompt, other, choices, topLogprobs, stream, attribution);
    }

    /** The same with this many completions. */
    public SimRequest withChoices(int number) {
        return new SimRequest(prompt, limits, number, topLogprobs, stream, attribution);
    }

    /** The same, streamed or whole. */
    public SimRequest withStream(boolean streamed) {
        return new SimRequest(prompt, limits, choices, topLogprobs, streamed, attribution);
    }
}
