package llmsim.engine.mock;

import java.util.List;

/**
 * All mocks that hold together. Immutable.
 *
 * @param mocks in the order in which they were written
 */
public record Mocks(List<Mock> mocks, OnNoMatch onNoMatch) {
    /** Most mocks that there may be. */
    public static final int MOST = 10_000;

    public Mocks {
        mocks = List.copyOf(mocks);
        if (mocks.size() > MOST) {
            throw new IllegalArgumentException("there are at most " + MOST + " mocks, not " + mocks.size());
        }
    }

    /** These mocks; what none of them fits is left to the next source. */
    public static Mocks of(List<Mock> mocks) {
        return new Mocks(mocks, OnNoMatch.GENERATE);
    }

    /** What becomes of a request that no mock fits. */
    public enum OnNoMatch {
        /** The next source answers. */
        GENERATE,
        /** It gets an error that names the nearest mocks: of status 400, because clients do not repeat that. */
        ERROR
    }
}
