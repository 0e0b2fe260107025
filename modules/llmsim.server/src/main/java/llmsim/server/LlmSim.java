package llmsim.server;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import llmsim.api.exchange.ExchangeListener;
import llmsim.engine.Resettable;
import llmsim.engine.journal.Expectation;
import llmsim.engine.journal.Journal;
import llmsim.engine.journal.Verification;
import llmsim.engine.journal.Verifying;
import llmsim.engine.stats.StatisticsSnapshot;
import llmsim.server.assembly.Running;

/**
 * A running simulator of LLM APIs.
 *
 * <pre>{@code
 * try (var llm = LlmSim.builder().port(0).latency("instant").start()) {
 *     var client = OpenAIOkHttpClient.builder().baseUrl(llm.baseUri("openai").toString()).apiKey("none").build();
 * }
 * }</pre>
 *
 * <p>Thread-safe. {@link #close} lets open answers end within the grace.
 */
public final class LlmSim implements AutoCloseable {
    private final Running running;

    LlmSim(Running running) {
        this.running = running;
    }

    /** A simulator to be described and started; without a word more it does what {@code llmsim serve} does. */
    public static LlmSimBuilder builder() {
        return new LlmSimBuilder();
    }

    /** The port that it listens on, also when it was told to take any. */
    public int port() {
        return running.port();
    }

    /** The address of the server, such as {@code http://localhost:8080}, for clients on this machine. */
    public URI uri() {
        return running.uri();
    }

    /**
     * The base URL that a provider's own SDKs expect, such as {@code http://localhost:8080/openai/v1}.
     *
     * @throws IllegalArgumentException if there is no adapter of this name
     */
    public URI baseUri(String provider) {
        return running.baseUri(provider);
    }

    /** The seed of the run: the one that was given, or the one that was drawn. */
    public long seed() {
        return running.simulated().seed().value();
    }

    /** The last requests and answers. */
    public Journal.Pages requests() {
        return running.simulated().simulator().journal().pages();
    }

    /** Whether the last requests are as they are expected; what is wrong is in {@link Verification#text}. */
    public Verification verify(Expectation expectation) {
        return Verifying.verify(requests(), expectation);
    }

    /** Tells one more listener of the exchanges that begin from now on; closed with this if it can be closed. */
    public void listen(ExchangeListener listener) {
        running.simulated().simulator().listen(listener);
    }

    /** The counters as they are now. */
    public StatisticsSnapshot statistics() {
        return running.simulated().simulator().statistics();
    }

    /**
     * Changes what requests get from now on: whatever of the builder can be changed while llmsim runs. All or nothing;
     * requests under way keep what they have. What is not named stays as it is, with its counts.
     *
     * @throws IllegalArgumentException with a line for everything that is wrong; then nothing has changed
     */
    public void change(Consumer<LlmSimBuilder> change) {
        var wanted = new LlmSimBuilder();
        change.accept(wanted);
        wanted.change(running.simulated());
    }

    /** Begins anew: statistics, cursors, limits, stored state, occurrences; all that are named, or none. */
    public void reset(Resettable... what) {
        running.simulated().reset(Set.of(what));
    }

    /** Refuses all new requests in their provider's words, with 503; those under way go on. */
    public void drain() {
        running.simulated().drain(true);
    }

    /** Admits requests again after {@link #drain}. */
    public void undrain() {
        running.simulated().drain(false);
    }

    /**
     * Returns as soon as nothing is active, so that no statistic changes any more by what was asked; {@code false} if
     * something still is after this time, which is the machine's.
     */
    public boolean awaitIdle(Duration within) {
        return running.simulated().simulator().awaitIdle(running.transportClock(), within);
    }

    /** Takes no new request, lets open answers end within the grace, and returns when all is over. */
    @Override
    public void close() {
        running.close();
    }
}
