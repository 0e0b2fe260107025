package llmsim.it.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.util.List;

/**
 * Methods and constructors of the JDK that are kept to one place.
 *
 * @param owner a class or interface; its subtypes count too
 * @param names a regular expression over method names; {@code <init>} for constructors
 * @param fewestParameters overloads with fewer are left alone
 */
record Uses(Class<?> owner, String names, int fewestParameters) {
    Uses(Class<?> owner, String names) {
        this(owner, names, 0);
    }

    /** True for calls of these and references to them. */
    static DescribedPredicate<JavaAccess<?>> any(String description, List<Uses> uses) {
        return DescribedPredicate.describe(description, access -> uses.stream().anyMatch(use -> use.matches(access)));
    }

    private boolean matches(JavaAccess<?> access) {
        var target = access.getTarget();
        return target.getName().matches(names)
                && target.getOwner().isAssignableTo(owner)
                && (fewestParameters == 0 || parameters(access) >= fewestParameters);
    }

    private static int parameters(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget unit
                ? unit.getRawParameterTypes().size()
                : 0;
    }
}
