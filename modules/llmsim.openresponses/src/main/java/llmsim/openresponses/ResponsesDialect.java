package llmsim.openresponses;

import java.util.List;
import java.util.stream.Stream;
import llmsim.api.dialect.Endpoint;
import llmsim.openresponses.facts.ResponsesFacts;
import llmsim.openresponses.stored.StoredEndpoints;

/** The Responses API, for an adapter to offer under its own name. Immutable and thread-safe. */
public final class ResponsesDialect {
    private ResponsesDialect() {}

    /** The endpoints of a provider. */
    public static List<Endpoint> endpoints(ResponsesFacts facts) {
        return Stream.of(
                        List.of(new Responses(facts).endpoint()),
                        InputQueries.below(facts.basePath()),
                        StoredEndpoints.below(facts.basePath()))
                .flatMap(List::stream)
                .toList();
    }
}
