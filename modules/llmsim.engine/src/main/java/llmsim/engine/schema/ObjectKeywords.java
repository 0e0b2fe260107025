package llmsim.engine.schema;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import llmsim.engine.schema.regex.Regex;
import tools.jackson.databind.JsonNode;

/** Reads what a schema says of objects; dependencies in draft 7's form too, and Gemini's order of the properties. */
record ObjectKeywords(Keywords keywords, PartReader parts) {
    ObjectRules read() {
        return new ObjectRules(
                ordered(properties()),
                patterns(),
                parts.child("additionalProperties"),
                parts.child("propertyNames"),
                required(),
                needs(),
                keywords.count("minProperties").orElse(0),
                keywords.count("maxProperties").orElse(Integer.MAX_VALUE),
                keywords.any("unevaluatedProperties").isPresent());
    }

    private Map<String, Integer> properties() {
        var properties = new LinkedHashMap<String, Integer>();
        keywords.members("properties")
                .forEach(member -> properties.put(
                        member.getKey(), parts.member("properties", member.getKey(), member.getValue())));
        return properties;
    }

    private Map<String, Integer> ordered(Map<String, Integer> properties) {
        var ordered = new LinkedHashMap<String, Integer>();
        for (var name : keywords.names("propertyOrdering")) {
            if (properties.containsKey(name)) {
                ordered.put(name, properties.get(name));
            }
        }
        properties.forEach(ordered::putIfAbsent);
        return ordered;
    }

    private Map<Regex, Integer> patterns() {
        var patterns = new LinkedHashMap<Regex, Integer>();
        for (var member : keywords.members("patternProperties")) {
            var regex = keywords.regex(member.getKey(), "patternProperties");
            patterns.put(regex, parts.member("patternProperties", member.getKey(), member.getValue()));
        }
        return patterns;
    }

    /** Draft 3 and some tools write a flag into each property instead; that one is passed over. */
    private Set<String> required() {
        return keywords.any("required").filter(JsonNode::isBoolean).isPresent()
                ? Set.of()
                : new LinkedHashSet<>(keywords.names("required"));
    }

    private Map<String, List<String>> needs() {
        var needs = new HashMap<String, List<String>>();
        for (var keyword : List.of("dependentRequired", "dependencies")) {
            for (var member : keywords.members(keyword)) {
                if (member.getValue().isArray()) {
                    var inner = new Keywords(
                            keywords.schema().get(keyword), keywords.where().field(keyword));
                    needs.put(member.getKey(), inner.names(member.getKey()));
                }
            }
        }
        return needs;
    }

    /** The schemas that apply when a property is there. */
    static Map<String, Integer> dependents(Keywords keywords, PartReader parts) {
        var dependents = new LinkedHashMap<String, Integer>();
        for (var keyword : List.of("dependentSchemas", "dependencies")) {
            for (var member : keywords.members(keyword)) {
                if (!member.getValue().isArray()) {
                    dependents.put(member.getKey(), parts.member(keyword, member.getKey(), member.getValue()));
                }
            }
        }
        return dependents;
    }
}
