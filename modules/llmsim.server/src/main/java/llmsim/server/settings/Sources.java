package llmsim.server.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import llmsim.server.document.Origin;
import llmsim.server.document.Raw;

/**
 * Everything that a user said, by where. What stands later wins: file, environment, then what was said directly.
 *
 * @param environment all environment variables; those that begin with {@code LLMSIM_} count
 * @param direct flags, or what an embedding program set
 */
public record Sources(Optional<Path> file, Map<String, String> environment, List<Direct> direct) {
    /** Nobody said anything. */
    public static final Sources NONE = new Sources(Optional.empty(), Map.of(), List.of());

    public Sources {
        environment = Map.copyOf(environment);
        direct = List.copyOf(direct);
    }

    /** These sources with another configuration file. */
    public Sources withFile(Path other) {
        return new Sources(Optional.of(other), environment, direct);
    }

    /** These sources with an environment. */
    public Sources withEnvironment(Map<String, String> other) {
        return new Sources(file, other, direct);
    }

    /** These sources and one thing more that was said directly. */
    public Sources with(Direct more) {
        var longer = new ArrayList<>(direct);
        longer.add(more);
        return new Sources(file, environment, longer);
    }

    /** Something said directly for a key; a list is said as one text with commas. */
    public record Direct(String key, Raw value) {
        /** By a flag. */
        public static Direct flag(String flag, String key, String text) {
            return new Direct(key, new Raw.Scalar(text, new Origin.Flag(flag)));
        }

        /** By a program. */
        public static Direct code(String key, String text) {
            return new Direct(key, new Raw.Scalar(text, new Origin.Code(key)));
        }

        /** By a program, keys with values. */
        public static Direct code(String key, Map<String, Map<String, String>> values) {
            var origin = new Origin.Code(key);
            return new Direct(
                    key,
                    mapping(values, origin, inner -> mapping(inner, origin, text -> new Raw.Scalar(text, origin))));
        }

        /** By a program, texts by their names. */
        public static Direct texts(String key, Map<String, String> texts) {
            var origin = new Origin.Code(key);
            return new Direct(key, mapping(texts, origin, text -> new Raw.Scalar(text, origin)));
        }

        /** By a program: whatever was said of this key before does not hold. */
        public static Direct nothing(String key) {
            return new Direct(key, new Raw.Nothing(new Origin.Code(key)));
        }

        private static <V> Raw mapping(Map<String, V> values, Origin origin, Function<V, Raw> raw) {
            return new Raw.Mapping(
                    values.entrySet().stream()
                            .map(entry -> new Raw.Entry(entry.getKey(), origin, raw.apply(entry.getValue())))
                            .toList(),
                    origin);
        }

        /** The key as a tree of one branch. */
        Raw.Mapping tree() {
            return tree(key, value);
        }

        private static Raw.Mapping tree(String key, Raw leaf) {
            var dot = key.indexOf('.');
            var name = dot < 0 ? key : key.substring(0, dot);
            var value = dot < 0 ? leaf : tree(key.substring(dot + 1), leaf);
            return new Raw.Mapping(List.of(new Raw.Entry(name, leaf.origin(), value)), leaf.origin());
        }
    }

    /** The variables that concern llmsim, in the order of their names. */
    Map<String, String> variables() {
        var ours = new LinkedHashMap<String, String>();
        environment.entrySet().stream()
                .filter(variable -> variable.getKey().startsWith("LLMSIM_"))
                .sorted(Map.Entry.comparingByKey())
                .forEach(variable -> ours.put(variable.getKey(), variable.getValue()));
        return ours;
    }
}
