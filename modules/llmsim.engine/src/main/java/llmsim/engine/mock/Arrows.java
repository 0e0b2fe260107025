package llmsim.engine.mock;

/** Where characters lead from one state of an automaton to another: a table of numbers, without objects. */
final class Arrows {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private long[] keys = new long[64];
    private int[] targets = new int[64];
    private int size;

    /** The state that a character leads to; 0 if it leads nowhere. */
    int from(int state, char character) {
        return targets[place(key(state, character))];
    }

    /** Adds an arrow that is not there. */
    void put(int state, char character, int target) {
        if (++size * 2 > keys.length) {
            grow();
        }
        set(key(state, character), target);
    }

    private void set(long key, int target) {
        var place = place(key);
        keys[place] = key;
        targets[place] = target;
    }

    private int place(long key) {
        var mask = keys.length - 1;
        var place = (int) ((key * SPREAD) >>> 32) & mask;
        while (targets[place] != 0 && keys[place] != key) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void grow() {
        var oldKeys = keys;
        var oldTargets = targets;
        keys = new long[oldKeys.length * 2];
        targets = new int[oldKeys.length * 2];
        for (var i = 0; i < oldKeys.length; i++) {
            if (oldTargets[i] != 0) {
                set(oldKeys[i], oldTargets[i]);
            }
        }
    }

    private static long key(int state, char character) {
        return ((long) state << 16) | character;
    }
}
