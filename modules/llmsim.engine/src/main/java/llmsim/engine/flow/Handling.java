package llmsim.engine.flow;

import java.util.Optional;
import llmsim.api.dialect.Endpoint;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Exchange;
import llmsim.api.prompt.SimRequest;
import llmsim.api.spi.ProviderAdapter;
import llmsim.engine.Behaviour;
import llmsim.engine.gate.Admission;

/** One parsed call and all that is at hand to answer it. */
record Handling(
        Machinery machinery,
        Behaviour behaviour,
        ProviderAdapter adapter,
        Endpoint endpoint,
        Call call,
        CallServices services,
        Answers answers) {

    Exchange exchange(String model, boolean streaming) {
        return new Exchange(
                call.id(), adapter.name(), endpoint.counter(), model, streaming, call.caller(), call.receivedNanos());
    }

    Admission admission(String model, Optional<SimRequest> request, long promptTokens) {
        return new Admission(
                call,
                adapter.facts(),
                model,
                model.isEmpty() ? Optional.empty() : behaviour.models().find(model),
                behaviour.models().acceptsUnknown(),
                request,
                promptTokens);
    }
}
