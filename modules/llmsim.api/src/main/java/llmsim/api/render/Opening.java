package llmsim.api.render;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.UnaryOperator;
import llmsim.api.prompt.SimRequest;
import llmsim.api.reply.Usage;

/**
 * What a renderer knows when an answer begins.
 *
 * @param id the answer's id, with the generation's prefix
 * @param created when the answer began, by the clock
 * @param prompt usage so far: the prompt's tokens
 * @param ids makes a further id, unique in the run, from a prefix such as {@code msg_}
 * @param clock the date and time later on, such as when the answer is complete
 */
public record Opening(
        String id, Instant created, SimRequest request, Usage prompt, UnaryOperator<String> ids, InstantSource clock) {

    /** An opening of an answer that takes no time. */
    public Opening(String id, Instant created, SimRequest request, Usage prompt, UnaryOperator<String> ids) {
        this(id, created, request, prompt, ids, InstantSource.fixed(created));
    }
}
