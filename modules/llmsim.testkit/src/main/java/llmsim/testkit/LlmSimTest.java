package llmsim.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Starts a simulator on a free port and gives it to the test's parameters: for all tests of a class, or for the one
 * method that has this annotation.
 *
 * <pre>{@code
 * @LlmSimTest({"response.generator=fixed:Hello", "latency.profile=gpt5"})
 * class ChatTest {
 *     @Test
 *     void greets(@BaseUri("openai") String baseUrl) { ... }
 * }
 * }</pre>
 *
 * @see LlmSimExtension for the kinds of parameters
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(LlmSimExtension.class)
public @interface LlmSimTest {
    /** Settings by the keys of the configuration file, each as {@code key=value}. The seed is 1 unless one is given. */
    String[] value() default {};

    /** By which time answers are played. */
    Time time() default Time.VIRTUAL;
}
