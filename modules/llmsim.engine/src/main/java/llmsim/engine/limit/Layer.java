package llmsim.engine.limit;

import java.util.Optional;
import java.util.Set;
import llmsim.api.exchange.Caller;
import llmsim.engine.configuration.LimitScope;
import llmsim.engine.random.Mix;

/** Limits that hold beside those of other layers, for each of their owners. Thread-safe. */
record Layer(Set<LimitScope> per, Families families, Pools pools) {

    /** The pool that a request takes from, with its lock held; empty if nothing limits it. */
    Optional<Pool> enter(Caller caller, String model, long nanos) {
        return families.find(model).map(family -> pools.enter(family.plan(), owner(caller, family), nanos));
    }

    /** The same for a look; of a call that names no model only limits that hang on none are known. */
    Optional<Pool> look(Caller caller, String model, long nanos) {
        return model.isEmpty() && per.contains(LimitScope.MODEL)
                ? Optional.empty()
                : families.find(model).map(family -> pools.look(family.plan(), owner(caller, family), nanos));
    }

    private long owner(Caller caller, Family family) {
        var key = Mix.of(1, per.contains(LimitScope.KEY) ? caller.keyId() : "");
        return Mix.of(key, per.contains(LimitScope.MODEL) ? family.name() : "");
    }
}
