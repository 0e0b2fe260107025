package llmsim.engine.schema;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import llmsim.engine.schema.regex.Regex;
import tools.jackson.databind.node.JsonNodeFactory;

/** Plans objects: the intersection of what several schemas say. */
final class ObjectNodes {
    private final Planner planner;
    private final Validity validity;
    private final List<ObjectRules> rules;

    ObjectNodes(Planner planner, Validity validity, List<ObjectRules> rules) {
        this.planner = planner;
        this.validity = validity;
        this.rules = rules;
    }

    Node node() {
        var needs = needs();
        var required = closed(needs);
        var least = rules.stream().mapToInt(ObjectRules::least).max().orElse(0);
        var most = rules.stream().mapToInt(ObjectRules::most).min().orElse(Integer.MAX_VALUE);
        if (Math.max(least, required.size()) > most) {
            return new Node.Empty("'maxProperties' is less than what is required");
        }
        return new Node.Structure(properties(required, needs), required, needs, extras(), names(), least, most);
    }

    private Map<String, Set<String>> needs() {
        var needs = new HashMap<String, Set<String>>();
        rules.forEach(rule -> rule.needs()
                .forEach((name, others) ->
                        needs.computeIfAbsent(name, _ -> new LinkedHashSet<>()).addAll(others)));
        return needs;
    }

    /** What is required, and what that needs in turn. */
    private Set<String> closed(Map<String, Set<String>> needs) {
        var required = new LinkedHashSet<String>();
        var open = new ArrayDeque<String>();
        rules.forEach(rule -> open.addAll(rule.required()));
        while (!open.isEmpty()) {
            var name = open.poll();
            if (required.add(name)) {
                open.addAll(needs.getOrDefault(name, Set.of()));
            }
        }
        return Collections.unmodifiableSet(required);
    }

    private Map<String, Integer> properties(Set<String> required, Map<String, Set<String>> needs) {
        Set<String> names = new LinkedHashSet<>();
        rules.forEach(rule -> names.addAll(rule.properties().keySet()));
        names.addAll(required);
        needs.values().forEach(names::addAll);
        planner.burn((long) names.size() * rules.size());
        var properties = new LinkedHashMap<String, Integer>();
        names.forEach(name -> properties.put(name, property(name)));
        return Collections.unmodifiableMap(properties);
    }

    private int property(String name) {
        if (!isAllowed(name)) {
            return planner.added(new Node.Empty("'propertyNames' does not allow it"), List.of());
        }
        var schemas =
                rules.stream().flatMap(rule -> rule.property(name).stream()).toList();
        return planner.number(schemas);
    }

    private boolean isAllowed(String name) {
        return rules.stream()
                .allMatch(rule -> rule.names().isEmpty()
                        || validity.fits(rule.names().getAsInt(), JsonNodeFactory.instance.stringNode(name)));
    }

    private Node.Names names() {
        var schemas = rules.stream()
                .flatMapToInt(rule -> rule.names().stream())
                .boxed()
                .toList();
        return new Node.Names(schemas.isEmpty() ? Plan.ROOT : planner.number(schemas), schemas);
    }

    /** Properties that match one of the patterns or none; those that match several are left out. */
    private List<Node.Extra> extras() {
        if (rules.stream().anyMatch(ObjectRules::closed)) {
            return List.of();
        }
        var all = new HashSet<Regex>();
        rules.forEach(rule -> all.addAll(rule.patterns().keySet()));
        var extras = new ArrayList<Node.Extra>();
        for (var pattern :
                all.stream().sorted(Comparator.comparing(Regex::source)).toList()) {
            extras.add(extra(List.of(pattern), all, true));
        }
        extras.add(extra(
                List.of(),
                all,
                rules.stream().anyMatch(rule -> rule.additional().isPresent())));
        return List.copyOf(extras);
    }

    private Node.Extra extra(List<Regex> pattern, Set<Regex> all, boolean asked) {
        var schemas = rules.stream().flatMap(rule -> schemas(rule, pattern)).toList();
        var others = all.stream().filter(regex -> !pattern.contains(regex)).toList();
        return new Node.Extra(pattern, others, planner.number(schemas), asked);
    }

    private static Stream<Integer> schemas(ObjectRules rule, List<Regex> pattern) {
        var own = pattern.stream()
                .filter(rule.patterns()::containsKey)
                .map(rule.patterns()::get)
                .toList();
        return own.isEmpty() ? rule.additional().stream().boxed() : own.stream();
    }
}
