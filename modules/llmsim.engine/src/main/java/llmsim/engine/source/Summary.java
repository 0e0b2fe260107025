package llmsim.engine.source;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import llmsim.api.prompt.ReasoningDemand;
import llmsim.engine.play.FirstWords;

/** Writes summaries of reasoning that nobody did. */
record Summary(RandomGenerator random) {
    private static final List<String> SENTENCES = List.of(
            "I look at what is asked and at what is given.",
            "There are several ways to answer, so I compare them.",
            "The first one seems too simple, but it covers the main point.",
            "I check whether anything in the conversation speaks against it.",
            "It helps to take the question apart and go step by step.",
            "Some details are open, and I decide on what is most likely meant.",
            "I consider how long the answer should be and what can be left out.",
            "An example would make this clearer, though it is not asked for.",
            "The numbers and names have to agree with what was said before.",
            "I go through the steps again to be sure that nothing is missing.",
            "That leaves one question, which the last message settles.",
            "Now I put the result into words.");

    /** Words of the shortest of them. */
    private static final int SHORTEST = 7;

    /** A summary of so many reasoning tokens; its length is a share of theirs, in words. */
    String of(int tokens, ReasoningDemand.Summary kind) {
        var words = (int) Math.round(tokens * share(kind));
        return tokens == 0 ? "" : text(Math.max(1, words));
    }

    private static double share(ReasoningDemand.Summary kind) {
        return switch (kind) {
            case CONCISE -> 0.05;
            case AUTO -> 0.10;
            case DETAILED -> 0.15;
        };
    }

    private String text(int words) {
        var first = random.nextInt(SENTENCES.size());
        var sentences =
                IntStream.rangeClosed(0, words / SHORTEST).mapToObj(i -> SENTENCES.get((first + i) % SENTENCES.size()));
        return FirstWords.of(sentences.collect(Collectors.joining(" ")), words);
    }
}
