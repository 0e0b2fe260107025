package llmsim.engine.fault;

import java.time.Duration;
import llmsim.api.problem.Problem;

/**
 * An error that a request gets on purpose.
 *
 * @param fault its name in statistics and log
 * @param delay how long the request waits for it, while it holds nothing
 */
public record InjectedError(String fault, Problem problem, Duration delay) {}
