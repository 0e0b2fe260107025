package llmsim.engine.play;

import java.util.List;
import java.util.Optional;

/** Looks for stop sequences. */
final class StopSequences {
    private StopSequences() {}

    /** The first place at which any of them stands; of two at the same place, the one named first. */
    static Optional<Found> firstIn(String text, List<String> sequences) {
        Found first = null;
        for (var sequence : sequences) {
            var at = sequence.isEmpty() ? -1 : text.indexOf(sequence);
            if (at >= 0 && (first == null || at < first.at())) {
                first = new Found(at, sequence);
            }
        }
        return Optional.ofNullable(first);
    }

    record Found(int at, String sequence) {}
}
