package llmsim.engine.fault;

import java.util.random.RandomGenerator;
import llmsim.engine.configuration.Place;

/**
 * The place of a fault in one answer.
 *
 * @param tokens after which it is, {@link Long#MAX_VALUE} if it is a moment
 * @param nanos the moment, since the time of the answer began; {@link Long#MAX_VALUE} if it is none
 */
record Spot(long tokens, long nanos) {

    /**
     * Where the place is in an answer of so many tokens.
     *
     * @param random draws it, if that is to be
     */
    static Spot of(Place place, long tokens, RandomGenerator random) {
        return switch (place) {
            case Place.Token(var after) -> after(after);
            case Place.Share(var share) -> after((long) Math.floor(share * tokens));
            case Place.Anywhere() -> after((long) Math.floor(random.nextDouble() * tokens));
            case Place.After(var time) -> new Spot(Long.MAX_VALUE, time.toNanos());
        };
    }

    private static Spot after(long tokens) {
        return new Spot(tokens, Long.MAX_VALUE);
    }
}
