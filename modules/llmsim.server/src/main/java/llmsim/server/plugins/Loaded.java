package llmsim.server.plugins;

import java.util.ServiceLoader;

/** Code that was loaded, and whose extensions can be looked for. */
interface Loaded {
    /** Looks for extensions in this code and in what it can see. */
    <E> ServiceLoader<E> services(Class<E> type);

    /** Whether a class is of this code itself. */
    boolean owns(Class<?> type);

    /** Where an extension of this class came from, for people. */
    String from(Class<?> type);
}
