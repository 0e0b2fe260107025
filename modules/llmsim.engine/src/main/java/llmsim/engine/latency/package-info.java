/**
 * When things are said: {@link llmsim.engine.latency.ProfileTable} has the profiles by name and by model,
 * {@link llmsim.engine.latency.DrawnProfile} makes one of two {@linkplain llmsim.engine.latency.Distribution
 * distributions}, {@link llmsim.engine.latency.PaceSample} shows what one does. All else wraps a profile and adds one
 * trait to it: {@link llmsim.engine.latency.Scaled}, {@link llmsim.engine.latency.Prefilled},
 * {@link llmsim.engine.latency.Correlated}, {@link llmsim.engine.latency.Bundled},
 * {@link llmsim.engine.latency.Pausing}, {@link llmsim.engine.latency.Derived}.
 */
package llmsim.engine.latency;
