package llmsim.engine.flow;

import java.time.Instant;
import llmsim.api.dialect.Answer;
import llmsim.api.dialect.Services;
import llmsim.api.exchange.Body;
import llmsim.api.exchange.Call;
import llmsim.api.model.Models;
import llmsim.api.prompt.Prompt;
import llmsim.api.state.Scope;
import llmsim.api.token.Encoding;
import llmsim.engine.Behaviour;
import llmsim.engine.random.Ids;
import llmsim.engine.store.Overlay;

/** What a dialect may consult while one call is handled. */
record CallServices(Machinery machinery, Behaviour behaviour, Visible visible, Inner inner) implements Services {

    /**
     * What a call sees of the store.
     *
     * @param everyone what all calls see
     * @param connection what only calls over the same connection see; it goes before the common part
     */
    record Visible(Scope everyone, Scope connection) {}

    /** Makes a call for the same caller from the inside. */
    @FunctionalInterface
    interface Inner {
        Answer call(Call.Method method, String path, Body body);
    }

    @Override
    public Scope scope() {
        return new Overlay(visible.everyone(), visible.connection());
    }

    @Override
    public Scope connection() {
        return visible.connection();
    }

    @Override
    public Models models() {
        return behaviour.models();
    }

    @Override
    public Encoding encodingFor(String model) {
        return machinery.tokenizer().encodingFor(model);
    }

    @Override
    public long promptTokens(Prompt prompt) {
        return new PromptMeter(encodingFor(prompt.model())).count(prompt);
    }

    @Override
    public Instant now() {
        return machinery.clock().now();
    }

    @Override
    public String newId(String prefix) {
        return new Ids(machinery.randomness().other("ids")).apply(prefix);
    }

    @Override
    public Answer call(Call.Method method, String path, Body body) {
        return inner.call(method, path, body);
    }
}
