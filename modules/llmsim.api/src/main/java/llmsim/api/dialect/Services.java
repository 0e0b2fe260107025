package llmsim.api.dialect;

import java.time.Instant;
import llmsim.api.exchange.Body;
import llmsim.api.exchange.Call;
import llmsim.api.model.Models;
import llmsim.api.prompt.Prompt;
import llmsim.api.state.Scope;
import llmsim.api.token.Encoding;

/** What a dialect may consult while it reads a call, and a query while it answers. Thread-safe. */
public interface Services {
    /** The catalogue. */
    Models models();

    /** The token vocabulary of a model. */
    Encoding encodingFor(String model);

    /** Tokens that a prompt costs, counted as usage counts them. */
    long promptTokens(Prompt prompt);

    /** What earlier calls stored, as this caller and connection see it. */
    Scope scope();

    /**
     * What is stored for this connection alone, and found before everything else; a call that is alone on its connection
     * keeps nothing here.
     */
    Scope connection();

    /** The date and time by the clock. */
    Instant now();

    /** A further id, unique in the run, from a prefix such as {@code file-}. */
    String newId(String prefix);

    /**
     * Makes another call for the same caller, through the same gates, and waits for the whole of its answer. This is how
     * a batch or a run asks for the generations that it is made of.
     *
     * @param path below the adapter's prefix
     */
    Answer call(Call.Method method, String path, Body body);
}
