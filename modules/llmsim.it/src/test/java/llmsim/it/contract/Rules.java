package llmsim.it.contract;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;

/** Runs the rules of a contract by hand. */
final class Rules {
    private Rules() {}

    /** Whether an extension breaks a rule of a contract. */
    static boolean broken(String rule, Class<?> contract, Object extension) throws IllegalAccessException {
        var test = Arrays.stream(contract.getMethods())
                .filter(method -> number(method).equals(Optional.of(rule)))
                .findFirst()
                .orElseThrow();
        try {
            test.invoke(extension);
            return false;
        } catch (InvocationTargetException _) {
            return true;
        }
    }

    private static Optional<String> number(Method method) {
        return Optional.ofNullable(method.getAnnotation(DisplayName.class))
                .map(name -> name.value().replaceFirst(" .*", ""));
    }
}
