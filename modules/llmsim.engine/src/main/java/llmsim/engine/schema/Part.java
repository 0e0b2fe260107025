package llmsim.engine.schema;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import llmsim.api.json.FieldPath;

/**
 * One schema of a document as it was read.
 *
 * @param kinds that a value may be of
 * @param members that it must be one of, if they are given
 */
record Part(
        FieldPath where,
        Set<Kind> kinds,
        Optional<Members> members,
        NumberRules numbers,
        TextRules texts,
        ArrayRules arrays,
        ObjectRules objects,
        Logic logic,
        Advice advice) {
    /** A schema that allows everything, or nothing. */
    static Part of(boolean allows, FieldPath where) {
        return new Part(
                where,
                allows ? EnumSet.allOf(Kind.class) : EnumSet.noneOf(Kind.class),
                Optional.empty(),
                NumberRules.NONE,
                TextRules.NONE,
                ArrayRules.NONE,
                ObjectRules.NONE,
                Logic.NONE,
                Advice.NONE);
    }

    /** Whether merging it with others cannot promise that a value validates. */
    boolean needsCheck() {
        return logic.needsCheck() || arrays.mostContained() < Integer.MAX_VALUE;
    }

    /** The kinds that it says something about, which it is most likely meant for. */
    Set<Kind> meant() {
        var meant = EnumSet.noneOf(Kind.class);
        addUnless(objects.equals(ObjectRules.NONE), Kind.OBJECT, meant);
        addUnless(arrays.equals(ArrayRules.NONE), Kind.ARRAY, meant);
        addUnless(texts.equals(TextRules.NONE), Kind.STRING, meant);
        addUnless(numbers.equals(NumberRules.NONE), Kind.NUMBER, meant);
        return meant;
    }

    private static void addUnless(boolean silent, Kind kind, Set<Kind> kinds) {
        if (!silent) {
            kinds.add(kind);
        }
    }
}
