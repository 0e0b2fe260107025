package llmsim.engine.schema;

import java.util.random.RandomGenerator;

/**
 * The same bits each time, to look whether a schema has values. No answer shows them, but where a value that was found
 * in this way stands in for one that could not be drawn. Not thread-safe.
 */
final class Probe implements RandomGenerator {
    private long state;

    @Override
    public long nextLong() {
        state += 0x9E3779B97F4A7C15L;
        var mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
