package llmsim.api.reply;

import java.util.List;

/** The whole answer to a request, as a plain value: one completion for each choice, in order. */
public record Reply(List<Completion> choices) implements Decision {
    public Reply {
        choices = List.copyOf(choices);
        if (choices.isEmpty()) {
            throw new IllegalArgumentException("a reply has at least one choice");
        }
    }

    /** A reply of one choice. */
    public static Reply of(Completion completion) {
        return new Reply(List.of(completion));
    }
}
