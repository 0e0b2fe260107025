package llmsim.engine.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Draws one array: few elements, but for those that must be. Not thread-safe. */
final class ArrayDrawing {
    private static final int USUAL = 3;
    private static final int TRIES = 12;

    private final Drawing drawing;
    private final Node.Array array;
    private final List<JsonNode> elements = new ArrayList<>();
    private final Set<Object> seen = new HashSet<>();

    ArrayDrawing(Drawing drawing, Node.Array array) {
        this.drawing = drawing;
        this.array = array;
    }

    JsonNode draw(Subject subject) {
        var wanted = wanted();
        for (var index = 0; index < wanted; index++) {
            var node = node(index);
            if (!isAffordable(index, node) || !add(node, subject)) {
                break;
            }
        }
        if (elements.size() < array.least()) {
            throw new Failed();
        }
        return Drawing.JSON.arrayNode().addAll(elements);
    }

    private boolean isAffordable(int index, int node) {
        return index < array.least()
                || (drawing.plan().isPossible(node)
                        && drawing.room().allows(drawing.plan().size(node) + 1));
    }

    private int wanted() {
        if (drawing.room().isDeep()) {
            return array.least();
        }
        // Deeper arrays are shorter, or a tree would have too many leaves.
        var more = Math.max(1, USUAL - drawing.room().depth() / 2);
        var usual = array.least() > 0
                ? drawing.random().nextInt(more)
                : 1 + drawing.random().nextInt(more);
        var size = Math.max((long) array.least() + usual, array.first().size());
        return (int) Math.min(size, array.most());
    }

    /** What must be contained comes right behind the first elements, or where the least length demands it. */
    private int node(int index) {
        var start =
                Math.min(array.first().size(), array.most() - array.contained().size());
        var contained = index - Math.max(0, start);
        return contained >= 0 && contained < array.contained().size()
                ? array.contained().get(contained)
                : array.element(index);
    }

    private boolean add(int node, Subject subject) {
        for (var attempt = 0; attempt < TRIES; attempt++) {
            var element = attempt < TRIES / 2 ? drawing.draw(node, subject) : drawing.drawAny(node, subject);
            if (!array.unique() || seen.add(Canonical.of(element))) {
                elements.add(element);
                return true;
            }
        }
        return false;
    }
}
