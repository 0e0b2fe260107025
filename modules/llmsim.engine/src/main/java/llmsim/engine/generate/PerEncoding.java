package llmsim.engine.generate;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import llmsim.api.token.Encoding;

/** A value that is measured once for each vocabulary. Thread-safe; bounded, should a tokenizer make ever new ones. */
final class PerEncoding<T> {
    private static final int MOST = 64;

    private final Map<Encoding, T> values = new ConcurrentHashMap<>();
    private final Function<Encoding, T> measure;

    PerEncoding(Function<Encoding, T> measure) {
        this.measure = measure;
    }

    T of(Encoding encoding) {
        var known = values.get(encoding);
        if (known != null) {
            return known;
        }
        if (values.size() >= MOST) {
            values.clear();
        }
        return values.computeIfAbsent(encoding, measure);
    }
}
