package llmsim.engine.mock;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import llmsim.engine.match.Condition;
import llmsim.engine.match.Match;
import llmsim.engine.match.Subject;

/**
 * Chooses a mock without looking at each of them: a mock is looked at when the request has its {@link Anchor}, or when it
 * has none. Immutable and thread-safe.
 */
final class MockIndex {
    private final List<Mock> ordered;
    private final List<Match> cheapestFirst;
    private final BitSet always = new BitSet();
    private final Map<Anchor.Question, Map<String, int[]>> answers = new HashMap<>();
    private final Map<Anchor.Place, Needles> needles = new EnumMap<>(Anchor.Place.class);

    /** @param mocks as they were written */
    MockIndex(List<Mock> mocks) {
        ordered = mocks.stream()
                .sorted(Comparator.comparingInt(Mock::priority).reversed())
                .toList();
        cheapestFirst =
                ordered.stream().map(mock -> cheapestFirst(mock.match())).toList();
        var texts = new EnumMap<Anchor.Place, List<Needles.Needle>>(Anchor.Place.class);
        for (var i = 0; i < ordered.size(); i++) {
            var owner = i;
            Anchor.of(ordered.get(i).match())
                    .ifPresentOrElse(anchor -> add(anchor, owner, texts), () -> always.set(owner));
        }
        texts.forEach((place, list) -> needles.put(place, Needles.of(list)));
    }

    private void add(Anchor anchor, int owner, Map<Anchor.Place, List<Needles.Needle>> texts) {
        switch (anchor) {
            case Anchor.Contains(var place, var folded) ->
                texts.computeIfAbsent(place, _ -> new ArrayList<>()).add(new Needles.Needle(folded, owner));
            case Anchor.Has(var question, var answer) ->
                answers.computeIfAbsent(question, _ -> new HashMap<>())
                        .merge(answer, new int[] {owner}, MockIndex::joined);
        }
    }

    private static int[] joined(int[] some, int[] more) {
        var all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    private static Match cheapestFirst(Match match) {
        return new Match(match.conditions().stream()
                .sorted(Comparator.comparingInt(MockIndex::cost))
                .toList());
    }

    private static int cost(Condition condition) {
        return switch (condition) {
            case Condition.Model _, Condition.LastRole _, Condition.Path _, Condition.Offered _ -> 0;
            case Condition.Header _ -> 1;
            case Condition.ContentContains _, Condition.SystemContains _, Condition.ToolResultContains _ -> 2;
            case Condition.Json _ -> 3;
            case Condition.Regex _ -> 4;
        };
    }

    /** All mocks, those that are tried first at the beginning. */
    List<Mock> ordered() {
        return ordered;
    }

    /** Index of the first mock that a request fits. */
    OptionalInt first(Subject subject) {
        var worthALook = worthALook(subject);
        for (var i = worthALook.nextSetBit(0); i >= 0; i = worthALook.nextSetBit(i + 1)) {
            if (cheapestFirst.get(i).holds(subject)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private BitSet worthALook(Subject subject) {
        var found = (BitSet) always.clone();
        answers.forEach((question, byAnswer) -> question.answers(subject).forEach(answer -> {
            for (var owner : byAnswer.getOrDefault(answer, new int[0])) {
                found.set(owner);
            }
        }));
        needles.forEach((place, texts) -> place.texts(subject).forEach(text -> texts.mark(text, found)));
        return found;
    }
}
