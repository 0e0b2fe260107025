package llmsim.it.contract;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;

/** Runs the rules of a contract by hand. */
final class Rules {
    private Rules() {}

    /** The numbers of all rules of a contract. */
    static Set<String> of(Class<?> contract) {
        var numbers = new TreeSet<String>();
        Arrays.stream(contract.getMethods()).forEach(method -> number(method).ifPresent(numbers::add));
        return numbers;
    }

    /** The numbers of the rules that an extension breaks. */
    static Set<String> brokenBy(Class<?> contract, Object extension) throws IllegalAccessException {
        var broken = new TreeSet<String>();
        for (var rule : contract.getMethods()) {
            try {
                if (number(rule).isPresent()) {
                    rule.invoke(extension);
                }
            } catch (InvocationTargetException _) {
                broken.add(number(rule).orElseThrow());
            }
        }
        return broken;
    }

    private static Optional<String> number(Method method) {
        return Optional.ofNullable(method.getAnnotation(DisplayName.class))
                .map(name -> name.value().replaceFirst(" .*", ""));
    }
}
