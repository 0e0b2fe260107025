package llmsim.engine.schema;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Refuses schemas that apply to one value without end, through references, {@code allOf} and the like. Not thread-safe. */
final class InPlace {
    private final List<Part> parts;
    private final Map<Integer, Integer> heights = new HashMap<>();
    private final Set<Integer> open = new HashSet<>();

    private InPlace(List<Part> parts) {
        this.parts = parts;
    }

    static void check(List<Part> parts) {
        var inPlace = new InPlace(parts);
        for (var part = 0; part < parts.size(); part++) {
            inPlace.height(part);
        }
    }

    private int height(int part) {
        var known = heights.get(part);
        if (known != null) {
            return known;
        }
        require(open.add(part), part, "it refers to itself without a way out");
        require(open.size() <= Limits.IN_PLACE, part, tooDeep());
        var height = 0;
        for (var inner : parts.get(part).logic().schemas()) {
            height = Math.max(height, height(inner) + 1);
        }
        require(height <= Limits.IN_PLACE, part, tooDeep());
        open.remove(part);
        heights.put(part, height);
        return height;
    }

    private static String tooDeep() {
        return "more than " + Limits.IN_PLACE + " schemas apply through each other";
    }

    private void require(boolean held, int part, String otherwise) {
        if (!held) {
            throw new UnusableSchemaException(parts.get(part).where(), otherwise);
        }
    }
}
