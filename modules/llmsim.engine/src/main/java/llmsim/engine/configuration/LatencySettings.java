package llmsim.engine.configuration;

/** How the pace of answers is chosen. */
public sealed interface LatencySettings {
    /** By the request's model. */
    LatencySettings BY_MODEL = new ByModel();

    /** Each request gets the profile of its model. */
    record ByModel() implements LatencySettings {}

    /** One profile for all requests, by its name or an alias. */
    record Named(String profile) implements LatencySettings {}

    /**
     * One normal distribution for all requests.
     *
     * @param ttftMeanMs mean time to first token, in ms
     * @param ttftStddevMs its standard deviation, in ms
     * @param tbtMeanMs mean time between tokens, in ms
     * @param tbtStddevMs its standard deviation, in ms
     */
    record Custom(double ttftMeanMs, double ttftStddevMs, double tbtMeanMs, double tbtStddevMs)
            implements LatencySettings {
        /** What values that were left out are. */
        public static final Custom DEFAULT = new Custom(600, 150, 40, 12);

        public Custom {
            for (var millis : new double[] {ttftMeanMs, ttftStddevMs, tbtMeanMs, tbtStddevMs}) {
                if (!Double.isFinite(millis) || millis < 0) {
                    throw new IllegalArgumentException("latency must be a finite number of ms from 0, not " + millis);
                }
            }
        }
    }
}
