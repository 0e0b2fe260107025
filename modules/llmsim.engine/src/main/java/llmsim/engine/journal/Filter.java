package llmsim.engine.journal;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which of the remembered requests are meant: those that have everything that is given.
 *
 * @param endpoint such as {@code openai/completions}
 * @param model as the client wrote it
 * @param session as the client named it
 * @param state {@code active}, {@code completed}, {@code cancelled}, {@code broken} or {@code error}
 * @param status of the answer
 * @param key the id of an API key, as the journal shows it
 */
public record Filter(
        Optional<String> endpoint,
        Optional<String> model,
        Optional<String> session,
        Optional<String> state,
        OptionalInt status,
        Optional<String> key) {
    /** What {@link Recorded#state} can be. */
    public static final List<String> STATES = List.of("active", "completed", "cancelled", "broken", "error");

    /** All of them. */
    public static final Filter ALL = new Filter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            Optional.empty());

    /** Whether this one is meant. */
    public boolean means(Recorded recorded) {
        var caller = recorded.exchange().caller();
        return is(endpoint, recorded.endpoint())
                && is(model, recorded.exchange().model())
                && is(session, caller.session())
                && is(state, recorded.state())
                && is(key, caller.keyId())
                && (status.isEmpty()
                        || recorded.answer().stream().anyMatch(answer -> answer.status() == status.getAsInt()));
    }

    private static boolean is(Optional<String> wanted, String found) {
        return wanted.isEmpty() || wanted.get().equals(found);
    }
}
