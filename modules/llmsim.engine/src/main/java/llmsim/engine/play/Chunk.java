package llmsim.engine.play;

import java.time.Duration;

/**
 * Some of a completion, and how long after the chunk before (or after the request) it comes.
 *
 * @param text empty only where tokens are spent that nobody sees
 * @param tokens completion tokens in it
 */
public record Chunk(String text, Duration delay, int tokens) {}
