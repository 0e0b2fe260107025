package llmsim.engine.limit;

/**
 * Models that share limits.
 *
 * @param name the pattern that they fit, or the one model's own name
 */
record Family(String name, Plan plan) {}
