package llmsim.engine.stats;

import java.util.List;
import java.util.Optional;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Exchange;
import llmsim.api.exchange.ExchangeListener;
import llmsim.api.exchange.ExchangeTrace;
import llmsim.api.prompt.SimRequest;

/** Tells several listeners, in order. */
public record Listeners(List<ExchangeListener> all) implements ExchangeListener {
    public Listeners {
        all = List.copyOf(all);
    }

    @Override
    public ExchangeTrace begin(Exchange exchange, Call call, Optional<SimRequest> request) {
        if (all.size() == 1) {
            return all.getFirst().begin(exchange, call, request);
        }
        var traces = new ExchangeTrace[all.size()];
        for (var i = 0; i < traces.length; i++) {
            traces[i] = all.get(i).begin(exchange, call, request);
        }
        return new Traces(traces);
    }
}
