package llmsim.api.model;

import java.util.List;
import java.util.Optional;

/** The models of a run, in a fixed order. Immutable. */
public interface Models {
    /** The model of this id or alias; case does not matter. Empty for one that is not in the catalogue. */
    Optional<Model> find(String id);

    /** The models that a provider lists, in the order in which it lists them. */
    List<Model> ownedBy(String provider);

    /** Whether requests may name a model that is not listed. */
    boolean acceptsUnknown();
}
