package llmsim.api.spi;

import llmsim.api.settings.Settings;
import llmsim.api.state.Scope;

/**
 * Keeps what outlives an exchange, within bounds. Called by many threads at once. What several copies of llmsim must
 * have in common goes through one that they share.
 */
public interface Store extends Scope, AutoCloseable {
    /** The name by which users choose it: lower case letters, digits and dashes. */
    String name();

    /**
     * The store with these settings; {@link llmsim.api.settings.SettingsException} if they are wrong or unknown. Unless
     * overridden it knows none.
     */
    default Store configured(Settings settings) {
        settings.only();
        return this;
    }

    /** Adds 1 to a counter and returns what it was before; a new one begins at 0. Atomic. */
    long next(String counter);

    /**
     * Forgets all documents and counters at once. {@code false} if this store cannot, which is the usual; then nothing is
     * forgotten.
     */
    default boolean clear() {
        return false;
    }

    /** Lets go of connections and files. */
    @Override
    void close();
}
