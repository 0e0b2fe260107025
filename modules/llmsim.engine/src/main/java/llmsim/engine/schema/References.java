package llmsim.engine.schema;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import llmsim.api.json.FieldPath;
import tools.jackson.databind.JsonNode;

/**
 * Finds what a {@code $ref} points to, inside of the document: JSON pointers from its root, anchors, and ids. An id does
 * not change what a pointer starts from.
 */
final class References {
    private final JsonNode root;
    private final Map<String, Located> named = new HashMap<>();

    /** A part of the document and its place. */
    record Located(JsonNode schema, FieldPath where) {
        private Located child(String name) {
            return schema.isArray()
                    ? new Located(schema.path(index(name)), where.index(Math.max(0, index(name))))
                    : new Located(schema.path(name), where.field(name));
        }

        private static int index(String name) {
            return name.matches("\\d{1,6}") ? Integer.parseInt(name) : -1;
        }
    }

    References(JsonNode root) {
        this.root = root;
        var open = new ArrayDeque<Located>();
        open.push(new Located(root, FieldPath.ROOT));
        while (!open.isEmpty()) {
            collect(open.pop(), open);
        }
    }

    private void collect(Located part, ArrayDeque<Located> open) {
        var schema = part.schema();
        name(part, "$anchor", "#");
        name(part, "$id", "");
        name(part, "id", "");
        if (schema.isObject()) {
            schema.properties().stream()
                    .filter(member -> member.getValue().isContainer())
                    .forEach(member -> open.push(
                            new Located(member.getValue(), part.where().field(member.getKey()))));
        }
        for (var index = 0; schema.isArray() && index < schema.size(); index++) {
            if (schema.get(index).isContainer()) {
                open.push(new Located(schema.get(index), part.where().index(index)));
            }
        }
    }

    private void name(Located part, String keyword, String prefix) {
        var name = part.schema().path(keyword);
        if (name.isString()) {
            named.putIfAbsent(prefix + name.asString(), part);
        }
    }

    /** The part that a reference means, if it is here. */
    Optional<Located> find(String reference) {
        var whole = new Located(root, FieldPath.ROOT);
        if (named.containsKey(reference)) {
            return Optional.of(named.get(reference));
        }
        var hash = reference.indexOf('#');
        var document = hash < 0 ? reference : reference.substring(0, hash);
        var fragment = hash < 0 ? "" : reference.substring(hash + 1);
        var start = document.isEmpty() ? whole : named.get(document);
        return start == null ? Optional.empty() : inside(start, fragment);
    }

    private Optional<Located> inside(Located start, String fragment) {
        if (fragment.isEmpty()) {
            return Optional.of(start);
        }
        if (!fragment.startsWith("/")) {
            return Optional.ofNullable(named.get("#" + fragment));
        }
        var part = start;
        for (var step : fragment.substring(1).split("/", -1)) {
            part = part.child(decoded(step));
            if (part.schema().isMissingNode()) {
                return Optional.empty();
            }
        }
        return Optional.of(part);
    }

    private static String decoded(String step) {
        var plain = step;
        if (step.indexOf('%') >= 0) {
            try {
                plain = URLDecoder.decode(step.replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException notEncoded) {
                plain = step;
            }
        }
        return plain.replace("~1", "/").replace("~0", "~");
    }
}
