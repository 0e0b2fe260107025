package llmsim.engine.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import llmsim.api.model.Model;

/**
 * A model and how it is found.
 *
 * @param listedBy the provider in whose list it stands; empty for every provider's
 * @param aliases further names
 */
record Entry(Model model, Optional<String> listedBy, List<String> aliases) {
    /** Nothing is known of an unknown model, so nothing is checked. */
    private static final Set<String> ANYTHING = Set.of("text", "image", "audio", "pdf", "video");

    private static final String OWNER_OF_UNKNOWN = "llmsim";

    /** An entry for a name that llmsim does not know. */
    static Entry unknown(String id) {
        var model = new Model(
                id, id, OWNER_OF_UNKNOWN, Optional.empty(), 0, 0, ANYTHING, Set.of("text"), false, Optional.empty());
        return new Entry(model, Optional.empty(), List.of());
    }

    /** The same model under another id. */
    Entry renamed(String id) {
        var renamed = new Model(
                id,
                model.name(),
                model.ownedBy(),
                model.released(),
                model.contextWindow(),
                model.maxOutputTokens(),
                model.input(),
                model.output(),
                model.reasoning(),
                model.prices());
        return new Entry(renamed, listedBy, List.of());
    }

    boolean isListedBy(String provider) {
        return listedBy.map(provider::equals).orElse(true);
    }
}
