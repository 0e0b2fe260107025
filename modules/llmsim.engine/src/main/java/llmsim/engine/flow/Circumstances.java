package llmsim.engine.flow;

import java.util.List;
import java.util.Optional;
import llmsim.api.dialect.Operation;
import llmsim.api.exchange.Call;
import llmsim.api.prompt.SimRequest;
import llmsim.engine.Behaviour;
import llmsim.engine.incident.Incident;
import llmsim.engine.override.Overrides;
import llmsim.engine.random.PendingDraws;

/**
 * Under which circumstances a call is answered. This is the one place where its snapshot of the behaviour is changed.
 *
 * @param behaviour the snapshot, under the incidents that the call meets and with what it wants for itself
 * @param incidents those that it meets
 * @param draws its own streams of randomness
 */
record Circumstances(Behaviour behaviour, List<Incident> incidents, PendingDraws draws) {
    Circumstances {
        incidents = List.copyOf(incidents);
    }

    /**
     * Those of a call that is parsed.
     *
     * @param overrides have the last word
     */
    static Circumstances of(
            Machinery machinery,
            Behaviour present,
            Overrides overrides,
            String provider,
            Call call,
            Operation operation) {
        var seed = overrides.appliedTo(present).seed();
        var draws = machinery.randomness().pending(call, request(operation), seed);
        var met = machinery.meeting(present.incidents(), provider, model(operation), call, draws);
        var under = present;
        for (var incident : met) {
            under = incident.effect().appliedTo(under);
        }
        return new Circumstances(overrides.appliedTo(under), met, draws);
    }

    /** What part of the rate limits is there for the call. */
    double limitShare() {
        return limitShare(incidents);
    }

    /** What part of the rate limits these incidents leave, from 0; 1 for all of them. */
    static double limitShare(List<Incident> met) {
        var share = 1.0;
        for (var incident : met) {
            share *= incident.effect().limitsFactor();
        }
        return share;
    }

    private static Optional<SimRequest> request(Operation operation) {
        return operation instanceof Operation.Generation generation
                ? Optional.of(generation.request())
                : Optional.empty();
    }

    private static String model(Operation operation) {
        return switch (operation) {
            case Operation.Generation generation ->
                generation.request().prompt().model();
            case Operation.Query query -> query.cost().model().orElse("");
            case Operation.Attach _, Operation.CallOff _ -> "";
        };
    }
}
