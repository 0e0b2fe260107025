package llmsim.engine.random;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The streams of a call that asks to be admitted. It is counted as an occurrence when they are first asked for: a call
 * that is refused before then was never there. Not thread-safe.
 */
public final class PendingDraws implements Supplier<Draws> {
    private final Supplier<Draws> drawing;
    private @Nullable Draws draws;

    PendingDraws(Supplier<Draws> drawing) {
        this.drawing = drawing;
    }

    @Override
    public Draws get() {
        var known = draws;
        if (known == null) {
            known = drawing.get();
            draws = known;
        }
        return known;
    }
}
