package llmsim.api.render;

import java.time.Instant;
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
 */
public record Opening(String id, Instant created, SimRequest request, Usage prompt, UnaryOperator<String> ids) {}
