package llmsim.engine.play;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says whose turn it is: the choice that is due first; of those due together, the one that waited longest. */
final class Turn {
    private final List<ChoicePlay> choices;
    private int last = -1;

    Turn(List<ChoicePlay> choices) {
        this.choices = choices;
    }

    /** The next one; null when all have finished. */
    @Nullable ChoicePlay next() {
        ChoicePlay first = null;
        var chosen = last;
        for (var i = 1; i <= choices.size(); i++) {
            var index = (last + i) % choices.size();
            var choice = choices.get(index);
            if (!choice.finished() && (first == null || choice.due() < first.due())) {
                first = choice;
                chosen = index;
            }
        }
        last = chosen;
        return first;
    }
}
