package llmsim.engine.access;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import llmsim.api.problem.Problem;

/** The API keys that are accepted; the keys themselves are not kept. Immutable. */
public record AcceptedKeys(Set<SecretDigest> digests) {
    /** Any key is accepted, and none. */
    public static final AcceptedKeys ANY = new AcceptedKeys(Set.of());

    public AcceptedKeys {
        digests = Set.copyOf(digests);
    }

    /** Only these keys; any where there are none. */
    public static AcceptedKeys of(Collection<String> keys) {
        return new AcceptedKeys(keys.stream().map(SecretDigest::of).collect(Collectors.toUnmodifiableSet()));
    }

    /** Why a caller may not go on. */
    public Optional<Problem> refusal(Optional<String> given) {
        if (digests.isEmpty()
                || given.map(SecretDigest::of).filter(digests::contains).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new Problem.Unauthenticated(given.isEmpty()));
    }
}
