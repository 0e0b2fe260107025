package llmsim.engine.schema;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What several schemas together say of one value, but for arrays and objects.
 *
 * @param kinds that all of them allow
 * @param meant the kinds that one of them speaks of
 * @param members the smallest of the lists that a value must be in, if there are any
 */
record Merged(
        List<Integer> schemas,
        Set<Kind> kinds,
        Set<Kind> meant,
        Optional<Members> members,
        NumberRules numbers,
        TextRules texts) {
    static Merged of(List<Integer> schemas, List<Part> parts) {
        var merged = new Merged(
                schemas,
                EnumSet.allOf(Kind.class),
                EnumSet.noneOf(Kind.class),
                Optional.empty(),
                NumberRules.NONE,
                TextRules.NONE);
        for (var schema : schemas) {
            merged = merged.and(parts.get(schema));
        }
        return merged;
    }

    private Merged and(Part part) {
        var common = EnumSet.copyOf(kinds);
        common.retainAll(part.kinds());
        var spokenOf = EnumSet.copyOf(meant);
        spokenOf.addAll(part.meant());
        return new Merged(
                schemas,
                common,
                spokenOf,
                smaller(part.members()),
                numbers.and(part.numbers()),
                texts.and(part.texts()));
    }

    private Optional<Members> smaller(Optional<Members> other) {
        var isLarger = members.isEmpty()
                || (other.isPresent()
                        && other.get().values().size() < members.get().values().size());
        return isLarger ? other : members;
    }

    boolean isContradiction() {
        return kinds.isEmpty();
    }

    /** What to choose from, unless that leads nowhere: what is spoken of, else all that were asked for by name. */
    Set<Kind> usual() {
        var usual = EnumSet.copyOf(kinds);
        if (kinds.size() == Kind.values().length) {
            usual.retainAll(meant.isEmpty() ? EnumSet.of(Kind.STRING, Kind.NUMBER, Kind.BOOLEAN) : meant);
        }
        return usual;
    }
}
