package llmsim.engine.schema;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads one schema object. The schemas in it get numbers and are read later. */
final class PartReader {
    private final Keywords keywords;
    private final SchemaReader schemas;

    PartReader(Keywords keywords, SchemaReader schemas) {
        this.keywords = keywords;
        this.schemas = schemas;
    }

    Part part() {
        var types = types();
        var members = members();
        var texts = new TextKeywords(keywords).read();
        return new Part(
                keywords.where(),
                kinds(types),
                members,
                new NumberKeywords(keywords).read(isWhole(types)),
                members.isPresent() ? texts.withoutFormats() : texts,
                new ArrayKeywords(keywords, this).read(),
                new ObjectKeywords(keywords, this).read(),
                logic(),
                new AdviceKeywords(keywords).read());
    }

    private List<String> types() {
        var type = keywords.any("type");
        if (type.filter(JsonNode::isArray).isPresent()) {
            return keywords.names("type");
        }
        return keywords.text("type").filter(name -> !name.equals("TYPE_UNSPECIFIED")).stream()
                .toList();
    }

    private Set<Kind> kinds(List<String> types) {
        if (types.isEmpty()) {
            keywords.require(!keywords.any("type").filter(JsonNode::isArray).isPresent(), "type", "must not be empty");
            return EnumSet.allOf(Kind.class);
        }
        var kinds = EnumSet.noneOf(Kind.class);
        for (var type : types) {
            kinds.add(Kind.named(type).orElseThrow(() -> keywords.unusable("type", "must name a JSON type")));
        }
        if (keywords.flag("nullable")) {
            kinds.add(Kind.NULL);
        }
        return kinds;
    }

    private static boolean isWhole(List<String> types) {
        return types.stream().anyMatch("integer"::equalsIgnoreCase)
                && types.stream().noneMatch("number"::equalsIgnoreCase);
    }

    private Optional<Members> members() {
        var listed = keywords.list("enum");
        keywords.require(!keywords.has("enum") || !listed.isEmpty(), "enum", "must not be empty");
        if (!keywords.schema().has("const")) {
            return listed.isEmpty() ? Optional.empty() : Optional.of(Members.of(listed));
        }
        var value = keywords.schema().get("const");
        var possible = listed.isEmpty() || Members.of(listed).contain(value);
        return Optional.of(Members.of(possible ? List.of(value) : List.of()));
    }

    private Logic logic() {
        var all = list("allOf");
        for (var reference : List.of("$ref", "$dynamicRef", "$recursiveRef")) {
            keywords.text(reference).ifPresent(target -> all.add(schemas.reference(target, keywords, reference)));
        }
        var dependent = ObjectKeywords.dependents(keywords, this);
        return new Logic(all, options("anyOf"), options("oneOf"), child("not"), condition(), dependent);
    }

    private List<List<Integer>> options(String name) {
        var options = list(name);
        return options.isEmpty() ? List.of() : List.of(options);
    }

    private Optional<Logic.Condition> condition() {
        var then = child("then");
        var otherwise = child("else");
        var test = child("if");
        return test.isPresent() && (then.isPresent() || otherwise.isPresent())
                ? Optional.of(new Logic.Condition(test.getAsInt(), then, otherwise))
                : Optional.empty();
    }

    /** The number of a schema that is a keyword's value. */
    OptionalInt child(String name) {
        return keywords.any(name)
                .map(schema ->
                        OptionalInt.of(schemas.number(schema, keywords.where().field(name))))
                .orElse(OptionalInt.empty());
    }

    /** The numbers of the schemas in a keyword's array. */
    List<Integer> list(String name) {
        var values = keywords.list(name);
        keywords.require(
                !keywords.has(name) || !values.isEmpty() || name.equals("prefixItems"), name, "must not be empty");
        var numbers = new ArrayList<Integer>();
        for (var index = 0; index < values.size(); index++) {
            numbers.add(schemas.number(
                    values.get(index), keywords.where().field(name).index(index)));
        }
        return numbers;
    }

    /** The number of a schema that is a member of a keyword's object. */
    int member(String keyword, String name, JsonNode schema) {
        return schemas.number(schema, keywords.where().field(keyword).field(name));
    }
}
