package llmsim.engine.match;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is made when it is first needed. Not thread-safe. */
final class Lazy<T> {
    private final Supplier<T> maker;
    private @Nullable T value;

    Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    T get() {
        var known = value;
        if (known == null) {
            known = maker.get();
            value = known;
        }
        return known;
    }
}
