package llmsim.openresponses.wire;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** A part of what a message says. */
public sealed interface OutputContent {
    /** Text, with nothing noted on it. */
    record OutputText(String type, List<JsonNode> annotations, List<Logprob> logprobs, String text)
            implements OutputContent {
        /** Text with the log probabilities of its tokens, if any were asked for. */
        public static OutputText of(String text, List<Logprob> logprobs) {
            return new OutputText("output_text", List.of(), logprobs, text);
        }
    }

    /** Text by which the model declines. */
    record Refusal(String type, String refusal) implements OutputContent {
        /** A refusal in these words. */
        public static Refusal of(String text) {
            return new Refusal("refusal", text);
        }
    }

    /** A token with its log probability, also as its UTF-8 bytes. */
    record Logprob(String token, double logprob, List<Integer> bytes, List<TopLogprob> topLogprobs) {}

    /** A token that could have stood there. */
    record TopLogprob(String token, double logprob, List<Integer> bytes) {}
}
