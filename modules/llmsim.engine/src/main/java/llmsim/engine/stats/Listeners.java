package llmsim.engine.stats;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Exchange;
import llmsim.api.exchange.ExchangeListener;
import llmsim.api.exchange.ExchangeTrace;
import llmsim.api.prompt.SimRequest;

/** Tells several listeners, in order; those that do not listen to an exchange cost it nothing. */
public record Listeners(List<ExchangeListener> all) implements ExchangeListener {
    public Listeners {
        all = List.copyOf(all);
    }

    @Override
    public ExchangeTrace begin(Exchange exchange, Call call, Optional<SimRequest> request) {
        var traces = new ExchangeTrace[all.size()];
        var listening = 0;
        for (var listener : all) {
            var trace = listener.begin(exchange, call, request);
            if (trace != ExchangeTrace.NONE) {
                traces[listening++] = trace;
            }
        }
        return switch (listening) {
            case 0 -> ExchangeTrace.NONE;
            case 1 -> traces[0];
            default -> new Traces(Arrays.copyOf(traces, listening));
        };
    }
}
