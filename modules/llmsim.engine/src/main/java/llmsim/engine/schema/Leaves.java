package llmsim.engine.schema;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Plans what is left when no choice between schemas is: the kinds of values. */
final class Leaves {
    private final Planner planner;
    private final List<Part> parts;
    private final Validity validity;

    Leaves(Planner planner, List<Part> parts, Validity validity) {
        this.planner = planner;
        this.parts = parts;
        this.validity = validity;
    }

    Node node(Merged merged) {
        if (merged.isContradiction()) {
            return new Node.Empty("no JSON type is allowed");
        }
        if (merged.members().isPresent()) {
            return literals(merged, merged.members().get());
        }
        if (merged.kinds().size() == 1) {
            return ofKind(merged.kinds().iterator().next(), merged);
        }
        var others = EnumSet.copyOf(merged.kinds());
        others.removeAll(merged.usual());
        return new Node.Choice(alternatives(merged.usual(), merged), alternatives(others, merged));
    }

    private Node literals(Merged merged, Members members) {
        var fitting = members.values().stream()
                .filter(value -> validity.fits(merged.schemas(), value))
                .toList();
        return fitting.isEmpty()
                ? new Node.Empty("no member of 'enum' or 'const' fits what else is asked for")
                : new Node.Literals(fitting);
    }

    private List<Integer> alternatives(Set<Kind> kinds, Merged merged) {
        return kinds.stream()
                .map(kind -> planner.added(ofKind(kind, merged), merged.schemas()))
                .toList();
    }

    private Node ofKind(Kind kind, Merged merged) {
        return switch (kind) {
            case NULL -> new Node.Null();
            case BOOLEAN -> new Node.Bool();
            case NUMBER -> NumberNodes.node(merged.numbers());
            case STRING -> planner.text(merged.texts());
            case ARRAY -> new ArrayNodes(planner, rules(merged, Part::arrays)).node();
            case OBJECT -> new ObjectNodes(planner, validity, rules(merged, Part::objects)).node();
        };
    }

    private <T> List<T> rules(Merged merged, Function<Part, T> rules) {
        return merged.schemas().stream().map(parts::get).map(rules).toList();
    }
}
