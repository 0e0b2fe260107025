package llmsim.engine.capacity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Exchange;
import llmsim.api.exchange.ExchangeListener;
import llmsim.api.exchange.ExchangeTrace;
import llmsim.api.prompt.SimRequest;
import llmsim.api.time.Clock;
import llmsim.api.time.Waiter;

/** Callers that call at given times of a virtual clock, which stands still until a call has its own place in it, or is refused. */
final class Callers implements ExchangeListener {
    private static final ThreadLocal<Waiter> CALLING = new ThreadLocal<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Clock clock;
    private final Waiter beginning;

    Callers(Clock clock) {
        this.clock = clock;
        this.beginning = clock.waiter();
    }

    /** Calls at this time, on a thread of its own. */
    void at(long nanos, Runnable call) {
        var waiter = clock.waiter();
        threads.add(Thread.ofVirtual().start(() -> {
            waiter.await(nanos);
            CALLING.set(waiter);
            try {
                call.run();
            } finally {
                waiter.close();
            }
        }));
    }

    /** Returns when all calls are over. */
    void run() throws InterruptedException {
        beginning.close();
        for (var thread : threads) {
            thread.join();
        }
    }

    @Override
    public ExchangeTrace begin(Exchange exchange, Call call, Optional<SimRequest> request) {
        return new ExchangeTrace() {
            @Override
            public void admitted() {
                CALLING.get().close();
            }
        };
    }
}
