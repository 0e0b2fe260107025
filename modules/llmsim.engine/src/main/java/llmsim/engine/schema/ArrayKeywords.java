package llmsim.engine.schema;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads what a schema says of arrays; tuples in draft 7's form too, as an array of items. */
record ArrayKeywords(Keywords keywords, PartReader parts) {
    ArrayRules read() {
        var tuple = keywords.any("items").filter(JsonNode::isArray).isPresent();
        return new ArrayRules(
                tuple ? tuple() : parts.list("prefixItems"),
                parts.child(tuple ? "additionalItems" : "items"),
                parts.child("contains"),
                keywords.count("minContains").orElse(1),
                keywords.count("maxContains").orElse(Integer.MAX_VALUE),
                keywords.count("minItems").orElse(0),
                keywords.count("maxItems").orElse(Integer.MAX_VALUE),
                keywords.flag("uniqueItems"));
    }

    private List<Integer> tuple() {
        return keywords.list("items").isEmpty() ? List.of() : parts.list("items");
    }
}
