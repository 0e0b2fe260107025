package llmsim.engine.mock;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/**
 * Finds which of many texts are in another one, in one pass over that, however many they are: the automaton of Aho and
 * Corasick. Immutable and thread-safe.
 */
final class Needles {
    private static final int ASCII = 128;

    private final Arrows arrows;
    private final int[] first = new int[ASCII];
    private final int[] shorter;
    private final int[] reporting;
    private final int[][] owners;

    private Needles(Arrows arrows, int[] shorter, int[] reporting, int[][] owners) {
        this.arrows = arrows;
        Arrays.setAll(first, character -> arrows.from(0, (char) character));
        this.shorter = shorter;
        this.reporting = reporting;
        this.owners = owners;
    }

    /** Texts to look for, each with its owner. */
    static Needles of(Collection<Needle> needles) {
        var building = new Building();
        needles.forEach(building::add);
        return building.finished();
    }

    /** Marks the owners of all texts that are in this one. An owner has one text, and nobody else marks it. */
    void mark(String text, BitSet found) {
        var state = 0;
        for (var i = 0; i < text.length(); i++) {
            state = next(state, text.charAt(i));
            for (var at = reporting[state]; at > 0 && !found.get(owners[at][0]); at = reporting[shorter[at]]) {
                for (var owner : owners[at]) {
                    found.set(owner);
                }
            }
        }
    }

    private int next(int from, char character) {
        var state = from;
        while (true) {
            if (state == 0 && character < ASCII) {
                return first[character];
            }
            var to = arrows.from(state, character);
            if (to > 0) {
                return to;
            }
            if (state == 0) {
                return 0;
            }
            state = shorter[state];
        }
    }

    /** A text that is not empty, and whose it is. */
    record Needle(String text, int owner) {}

    private static final class Building {
        private final Arrows arrows = new Arrows();
        private final List<List<Integer>> owners = new ArrayList<>();
        private final List<int[]> born = new ArrayList<>();

        Building() {
            owners.add(List.of());
            born.add(new int[2]);
        }

        void add(Needle needle) {
            var state = 0;
            for (var character : needle.text().toCharArray()) {
                var to = arrows.from(state, character);
                if (to == 0) {
                    to = owners.size();
                    owners.add(new ArrayList<>());
                    born.add(new int[] {state, character});
                    arrows.put(state, character, to);
                }
                state = to;
            }
            owners.get(state).add(needle.owner());
        }

        Needles finished() {
            var shorter = new int[owners.size()];
            var reporting = new int[owners.size()];
            var all = owners.stream()
                    .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                    .toArray(int[][]::new);
            var needles = new Needles(arrows, shorter, reporting, all);
            for (var state : byLength()) {
                var birth = born.get(state);
                shorter[state] = birth[0] == 0 ? 0 : needles.next(shorter[birth[0]], (char) birth[1]);
                reporting[state] = all[state].length > 0 ? state : reporting[shorter[state]];
            }
            return needles;
        }

        /** Shorter beginnings first: what a state falls back to must be known before it. */
        private List<Integer> byLength() {
            var children = new ArrayList<List<Integer>>();
            owners.forEach(_ -> children.add(new ArrayList<>()));
            for (var state = 1; state < born.size(); state++) {
                children.get(born.get(state)[0]).add(state);
            }
            var ordered = new ArrayList<Integer>();
            var waiting = new ArrayDeque<>(children.getFirst());
            while (!waiting.isEmpty()) {
                var state = waiting.removeFirst();
                ordered.add(state);
                waiting.addAll(children.get(state));
            }
            return ordered;
        }
    }
}
