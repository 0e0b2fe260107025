/**
 * The latency profiles that come with llmsim: {@link llmsim.engine.latency.ProfileTable} has them by name and by model,
 * {@link llmsim.engine.latency.NormalProfile} makes one of other values, {@link llmsim.engine.latency.PaceSample} shows
 * what one does.
 */
package llmsim.engine.latency;
