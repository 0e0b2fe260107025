package llmsim.engine.flow;

import java.util.Optional;
import llmsim.api.dialect.Endpoint;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.LimitState;
import llmsim.engine.Behaviour;

/** What is left of the limits of a call that is no operation yet, or never becomes one. */
record UnreadLimits(Machinery machinery, String provider) {

    /**
     * What is left for the caller; by model, where limits hang on it and the call names one.
     *
     * @param endpoint where the call may name its model; empty if nobody is to look for it
     */
    LimitState of(Behaviour behaviour, Optional<Endpoint> endpoint, Call call) {
        if (!behaviour.gates().limited()) {
            return LimitState.NONE;
        }
        var model = endpoint.map(one -> NamedModel.of(one, call)).orElse("");
        var met = machinery.meetingUnread(behaviour.incidents(), provider, model, call);
        return behaviour.gates().limits(call.caller(), model, Circumstances.limitShare(met));
    }
}
