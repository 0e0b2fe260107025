package llmsim.testkit;

import java.net.URI;
import java.util.Optional;
import java.util.function.UnaryOperator;
import llmsim.engine.clock.VirtualClock;
import llmsim.server.LlmSim;
import llmsim.server.LlmSimBuilder;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Gives tests a running simulator, on a free port, and closes it when they are over.
 *
 * <p>Use it by {@link LlmSimTest}, or register it to say what an annotation cannot: a static field is one simulator for
 * the class, an instance field one for each test.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final LlmSimExtension LLM = LlmSimExtension.of(Time.VIRTUAL, llm -> llm.generator(new Shout()));
 * }</pre>
 *
 * <p>Parameters: {@link LlmSim}; {@link URI}, the address of the server; a {@code String} or {@code URI} with
 * {@link BaseUri}; {@link VirtualClock}, unless the time is real.
 */
public final class LlmSimExtension implements BeforeAllCallback, BeforeEachCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(LlmSimExtension.class);

    private final Time time;
    private final UnaryOperator<LlmSimBuilder> described;

    /** For {@link LlmSimTest}. */
    public LlmSimExtension() {
        this(Time.VIRTUAL, builder -> builder);
    }

    private LlmSimExtension(Time time, UnaryOperator<LlmSimBuilder> described) {
        this.time = time;
        this.described = described;
    }

    /** An extension for a simulator that is described here; port, clock and seed 1 are set before. */
    public static LlmSimExtension of(Time time, UnaryOperator<LlmSimBuilder> described) {
        return new LlmSimExtension(time, described);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        start(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        start(context);
    }

    /** A simulator that is already there serves an inner context too, unless that has an annotation of its own. */
    private void start(ExtensionContext context) {
        var annotation =
                context.getElement().flatMap(element -> AnnotationSupport.findAnnotation(element, LlmSimTest.class));
        var store = context.getStore(NAMESPACE);
        if (annotation.isPresent() || store.get(Injected.class) == null) {
            store.put(Injected.class, annotation.map(Injected::start).orElseGet(() -> Injected.start(time, described)));
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == LlmSim.class
                || type == VirtualClock.class
                || type == URI.class
                || (type == String.class && parameter.isAnnotated(BaseUri.class));
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var injected = Optional.ofNullable(context.getStore(NAMESPACE).get(Injected.class, Injected.class))
                .orElseThrow(() -> new ParameterResolutionException("no simulator was started for this test"));
        var type = parameter.getParameter().getType();
        if (type == LlmSim.class) {
            return injected.llm();
        }
        if (type == VirtualClock.class) {
            return injected.clock()
                    .orElseThrow(() -> new ParameterResolutionException("real time has no VirtualClock"));
        }
        var uri = parameter
                .findAnnotation(BaseUri.class)
                .map(base -> injected.llm().baseUri(base.value()))
                .orElseGet(injected.llm()::uri);
        return type == String.class ? uri.toString() : uri;
    }
}
