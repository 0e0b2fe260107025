package llmsim.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The base URL that the SDKs of a provider expect, as a parameter of type {@link String} or {@link java.net.URI}. */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface BaseUri {
    /** The provider's name, such as {@code openai}. */
    String value();
}
