package llmsim.server;

/**
 * What {@code /metrics} tells.
 *
 * @param vllmNames whether the same is told also under the names of vLLM
 */
public record MetricsSettings(boolean vllmNames) {}
