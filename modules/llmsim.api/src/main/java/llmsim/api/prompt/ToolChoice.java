package llmsim.api.prompt;

import java.util.List;

/** Whether the model may, must or must not call a tool. A {@code switch} needs a case for {@link Open}. */
public sealed interface ToolChoice {

    /** As the model sees fit. */
    record Auto() implements ToolChoice {}

    /** Never. */
    record None() implements ToolChoice {}

    /** Some tool, whichever. */
    record Required() implements ToolChoice {}

    /** This one. */
    record Named(String name) implements ToolChoice {}

    /** Only these, and one of them for certain if {@code required}. */
    record Allowed(List<String> names, boolean required) implements ToolChoice {
        public Allowed {
            names = List.copyOf(names);
        }
    }

    /** A choice that this version does not know. */
    non-sealed interface Open extends ToolChoice {
        /** The provider's name of the choice. */
        String kind();
    }
}
