package llmsim.engine.schema;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Draws one object: what is required, and some of what is not. Not thread-safe. */
final class ObjectDrawing {
    private static final int TRIES = 20;

    private final Drawing drawing;
    private final Node.Structure structure;
    private final Set<String> chosen;

    ObjectDrawing(Drawing drawing, Node.Structure structure) {
        this.drawing = drawing;
        this.structure = structure;
        chosen = new LinkedHashSet<>(structure.required());
    }

    JsonNode draw() {
        structure.properties().keySet().forEach(this::chooseByChance);
        chooseByNeed();
        var object = Drawing.JSON.objectNode();
        structure.properties().forEach((name, node) -> {
            if (chosen.contains(name)) {
                object.set(name, drawing.draw(node, Subject.property(name)));
            }
        });
        addExtras(object);
        return object;
    }

    private void chooseByChance(String name) {
        if (!drawing.room().isDeep()
                && !chosen.contains(name)
                && drawing.random().nextInt(5) < 3) {
            choose(name, true);
        }
    }

    /** The smallest, so that recursion ends, and none where properties without fixed names are smaller. */
    private void chooseByNeed() {
        if (chosen.size() >= structure.least()) {
            return;
        }
        var extra = structure.extras().stream()
                .mapToLong(other -> drawing.plan().size(other.value()) + Costs.EXTRA_NAME)
                .min()
                .orElse(Sizes.IMPOSSIBLE);
        structure.properties().keySet().stream()
                .filter(name -> !chosen.contains(name) && size(name) <= extra)
                .sorted(Comparator.comparingLong(this::size))
                .limit((long) structure.least() - chosen.size())
                .toList()
                .forEach(name -> choose(name, false));
    }

    /** With all that it needs, if there is room for that. */
    private void choose(String name, boolean byChance) {
        var together = withNeeds(name);
        var possible = together.stream().allMatch(other -> drawing.plan().isPossible(structure.property(other)));
        var cost = together.stream().mapToLong(this::size).sum();
        if (possible
                && chosen.size() + together.size() <= structure.most()
                && (!byChance || drawing.room().allows(cost))) {
            chosen.addAll(together);
        }
    }

    private Set<String> withNeeds(String name) {
        var together = new LinkedHashSet<String>();
        var open = new ArrayDeque<>(List.of(name));
        while (!open.isEmpty()) {
            var next = open.poll();
            if (!chosen.contains(next) && together.add(next)) {
                open.addAll(structure.needs().getOrDefault(next, Set.of()));
            }
        }
        return together;
    }

    private long size(String name) {
        return name.length() + 4L + drawing.plan().size(structure.property(name));
    }

    private void addExtras(ObjectNode object) {
        for (var extra : structure.extras()) {
            if (drawing.plan().isPossible(extra.value())) {
                add(extra, object);
            }
        }
        if (object.size() < structure.least()) {
            throw new Failed();
        }
    }

    private void add(Node.Extra extra, ObjectNode object) {
        var wanted = Math.max(structure.least(), object.size() + byChance(extra));
        var most = Math.min(wanted, structure.most());
        for (var attempt = 0; attempt < TRIES + wanted && object.size() < most; attempt++) {
            var name = name(extra, attempt);
            var must = object.size() < structure.least();
            if (isFree(name, extra, object)
                    && (must || drawing.room().allows(drawing.plan().size(extra.value()) + name.length() + 4))) {
                object.set(name, drawing.draw(extra.value(), Subject.property(name)));
            }
        }
    }

    /** Maps have some members; where a schema names its properties, or says nothing of others, there are no others. */
    private int byChance(Node.Extra extra) {
        var isMap = structure.properties().isEmpty() && extra.asked();
        return isMap && !drawing.room().isDeep() ? 1 + drawing.random().nextInt(2) : 0;
    }

    private String name(Node.Extra extra, int attempt) {
        if (!structure.names().schemas().isEmpty() && attempt % 2 == 0) {
            return drawing.draw(structure.names().node(), Subject.NONE).asString();
        }
        if (extra.pattern().isEmpty()) {
            return TextDrawing.word(drawing.random(), attempt);
        }
        return extra.pattern()
                .getFirst()
                .make(drawing.random(), 0, Integer.MAX_VALUE, attempt)
                .orElse("");
    }

    private boolean isFree(String name, Node.Extra extra, ObjectNode object) {
        return !object.has(name)
                && !structure.properties().containsKey(name)
                && extra.pattern().stream().allMatch(pattern -> pattern.matches(name))
                && extra.others().stream().noneMatch(pattern -> pattern.matches(name))
                && drawing.fits(structure.names().schemas(), name);
    }
}
