package llmsim.engine.stats;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Exchange;
import llmsim.api.exchange.ExchangeListener;
import llmsim.api.exchange.ExchangeTrace;
import llmsim.api.prompt.SimRequest;

/**
 * Tells several listeners, in order; those that do not listen to an exchange cost it nothing. Thread-safe.
 */
public final class Listeners implements ExchangeListener, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Listeners.class.getName());
    private final CopyOnWriteArrayList<ExchangeListener> all;

    public Listeners(List<ExchangeListener> first) {
        all = new CopyOnWriteArrayList<>(first);
    }

    /** One more hears of the exchanges that begin from now on. */
    public void add(ExchangeListener listener) {
        all.add(listener);
    }

    @Override
    public ExchangeTrace begin(Exchange exchange, Call call, Optional<SimRequest> request) {
        var traces = new ExchangeTrace[4];
        var listening = 0;
        for (var listener : all) {
            var trace = listener.begin(exchange, call, request);
            if (trace != ExchangeTrace.NONE) {
                traces = listening < traces.length ? traces : Arrays.copyOf(traces, 2 * listening);
                traces[listening++] = trace;
            }
        }
        return switch (listening) {
            case 0 -> ExchangeTrace.NONE;
            case 1 -> traces[0];
            default -> new Traces(Arrays.copyOf(traces, listening));
        };
    }

    /** Closes those that can be closed; what goes wrong with one is told to the log. */
    @Override
    public void close() {
        for (var listener : all) {
            if (listener instanceof AutoCloseable open) {
                close(open);
            }
        }
    }

    private static void close(AutoCloseable listener) {
        try {
            listener.close();
        } catch (Exception defect) {
            LOG.log(System.Logger.Level.WARNING, "a listener could not be closed", defect);
        }
    }
}
