package llmsim.engine;

import java.util.List;
import java.util.Optional;
import llmsim.api.problem.Problem;
import llmsim.api.spi.ProviderAdapter;

/**
 * The way into a simulator for every transport. Thread-safe; {@code handle} returns when the answer is over, and its
 * caller is a virtual thread.
 */
public interface Entrance {
    /** The adapters that are served, by their prefix. */
    List<ProviderAdapter> adapters();

    /**
     * Answers a call. Never throws: a client that goes away, a bad call and a defect are each counted and answered as
     * far as that is possible.
     *
     * @param provider name of an adapter; another name gets a plain 404
     */
    void handle(String provider, Incoming incoming, Outlet outlet);

    /**
     * Why a connection may not be opened; empty if it may. A call needs not be asked for: {@link #handle} refuses it.
     *
     * @param incoming the handshake
     */
    Optional<Problem> refusal(String provider, Incoming incoming);

    /**
     * Opens a connection that will carry several calls.
     *
     * @param provider name of an adapter; another name gets a connection on which every call is a 404
     */
    Connection connect(String provider);

    /**
     * Answers a call that the transport itself found wrong, such as one with too large a body, in the provider's words.
     *
     * @param provider name of an adapter, or another one for a plain JSON error
     */
    void refuse(String provider, Incoming incoming, Problem problem, Outlet outlet);
}
