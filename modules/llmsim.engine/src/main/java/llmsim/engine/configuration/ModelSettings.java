package llmsim.engine.configuration;

import java.util.List;

/**
 * Which models there are.
 *
 * @param available ids to serve and to list; empty for the whole catalogue
 * @param strict whether a model that is not listed is refused instead of served with defaults
 */
public record ModelSettings(List<String> available, boolean strict) {
    /** The whole catalogue, and any other name. */
    public static final ModelSettings DEFAULT = new ModelSettings(List.of(), false);

    public ModelSettings {
        available = List.copyOf(available);
    }
}
