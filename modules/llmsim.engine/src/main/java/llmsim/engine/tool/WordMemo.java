package llmsim.engine.tool;

import java.util.Collections;
import java.util.Set;
import llmsim.engine.memo.Memo;

/** The {@link Words} of texts that come with every request, as those of tools do. Bounded, thread-safe. */
final class WordMemo {
    private final Memo<Set<String>> known = new Memo<>();

    /** As {@link Words#of}; not to be changed. */
    Set<String> of(String text) {
        return known.get(text, () -> Collections.unmodifiableSet(Words.of(text)));
    }
}
