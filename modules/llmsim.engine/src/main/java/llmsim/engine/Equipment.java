package llmsim.engine;

import java.util.List;
import llmsim.api.exchange.ExchangeListener;
import llmsim.api.spi.ProviderAdapter;
import llmsim.api.spi.Store;
import llmsim.api.spi.Tokenizer;
import llmsim.api.time.Clock;
import llmsim.engine.configuration.JournalSettings;
import llmsim.engine.random.RunSeed;

/** What a simulator is made of, for its whole life. */
public record Equipment(
        Clock clock,
        RunSeed seed,
        Tokenizer tokenizer,
        Store store,
        List<ProviderAdapter> adapters,
        List<ExchangeListener> listeners,
        JournalSettings journal,
        Forwarder forwarder) {
    public Equipment {
        adapters = List.copyOf(adapters);
        listeners = List.copyOf(listeners);
    }
}
