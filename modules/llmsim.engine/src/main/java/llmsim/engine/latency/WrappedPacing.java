package llmsim.engine.latency;

import llmsim.api.spi.Pacing;

/** A pace that is another but for what is overridden. */
interface WrappedPacing extends Pacing {
    /** The other one. */
    Pacing pacing();

    @Override
    default long timeToFirstToken() {
        return pacing().timeToFirstToken();
    }

    @Override
    default long nextGap() {
        return pacing().nextGap();
    }

    @Override
    default int nextTokens() {
        return pacing().nextTokens();
    }

    @Override
    default boolean live() {
        return pacing().live();
    }
}
