package llmsim.tokens;

import java.util.function.Supplier;
import llmsim.api.token.Encoding;
import llmsim.api.token.TokenSplit;
import org.jspecify.annotations.Nullable;

/**
 * A vocabulary that answers in bounded time: exact up to 256 KB of UTF-8, an estimate above that
 * ({@link SampledTokens}). Lone surrogates count as U+FFFD. Thread-safe.
 */
final class BoundedEncoding implements Encoding {
    /** Most bytes of UTF-8 that are counted exactly. */
    static final int EXACT_BYTES = 256 * 1024;

    private final String name;
    private final Supplier<BytePairs> loader;
    private final CountMemo counts = new CountMemo();
    private volatile @Nullable Loaded loaded;

    BoundedEncoding(String name, Supplier<BytePairs> loader) {
        this.name = name;
        this.loader = loader;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int count(String text) {
        return CountMemo.takes(text) ? rememberedCount(text) : tokens(text).count(text);
    }

    @Override
    public TokenSplit split(String text) {
        return tokens(text).split(text);
    }

    private int rememberedCount(String text) {
        var known = counts.find(text);
        if (known.isPresent()) {
            return known.getAsInt();
        }
        var tokens = tokens(text).count(text);
        counts.remember(text, tokens);
        return tokens;
    }

    private BytePairs tokens(String text) {
        var known = loaded;
        var either = known == null ? load() : known;
        return CodePoints.fitsIn(EXACT_BYTES, text) ? either.exact() : either.sampled();
    }

    private synchronized Loaded load() {
        var known = loaded;
        if (known == null) {
            var exact = new ExactTokens(loader.get());
            known = new Loaded(exact, new SampledTokens(exact));
            loaded = known;
        }
        return known;
    }

    private record Loaded(BytePairs exact, BytePairs sampled) {}
}
