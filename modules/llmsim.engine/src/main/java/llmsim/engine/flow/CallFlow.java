package llmsim.engine.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import llmsim.api.dialect.Answer;
import llmsim.api.dialect.Endpoint;
import llmsim.api.dialect.Operation;
import llmsim.api.exchange.Body;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Exchange;
import llmsim.api.exchange.Headers;
import llmsim.api.exchange.Outcome;
import llmsim.api.problem.Problem;
import llmsim.api.problem.ProblemException;
import llmsim.api.prompt.SimRequest;
import llmsim.api.render.Framing;
import llmsim.api.render.Rendering;
import llmsim.api.reply.ReplyEvent;
import llmsim.api.reply.Usage;
import llmsim.api.spi.ProviderAdapter;
import llmsim.engine.Behaviour;
import llmsim.engine.Connection;
import llmsim.engine.Incoming;
import llmsim.engine.Outlet;
import llmsim.engine.access.Credentials;
import llmsim.engine.flow.CallServices.Visible;
import llmsim.engine.override.Overrides;
import llmsim.engine.random.Ids;
import llmsim.engine.store.EmptyScope;
import llmsim.engine.store.MemoryStore;
import llmsim.engine.store.ProviderScope;

/** The way of the calls for one adapter, from what a transport delivers to the last byte of the answer. */
public final class CallFlow {
    private static final int CONNECTION_DOCUMENTS = 64;
    private static final long CONNECTION_BYTES = 16L << 20;

    private final ProviderAdapter adapter;
    private final Machinery machinery;
    private final Routes routes;
    private final Reception reception;
    private final ProviderScope scope;

    public CallFlow(ProviderAdapter adapter, Machinery machinery) {
        this.adapter = adapter;
        this.machinery = machinery;
        this.routes = new Routes(adapter.endpoints());
        this.reception = new Reception(
                machinery.clock(),
                style -> new Ids(machinery.randomness().other("requests")).next(style),
                () -> machinery.behaviour().overriding().allowed());
        this.scope = new ProviderScope(machinery.store(), adapter.name());
    }

    /** Answers a call. */
    public void handle(Incoming incoming, Outlet outlet) {
        answer(reception.receive(adapter.facts(), incoming), refusal(incoming), alone(), outlet);
    }

    /** Why a caller may not go on, whatever it calls. */
    public Optional<Problem> refusal(Incoming incoming) {
        return machinery.behaviour().keys().refusal(new Credentials(adapter.facts()).key(incoming));
    }

    /**
     * Answers a request that never was a call: through the same gates, from the same sources, in the same time. Throws
     * a {@link ProblemException} where a client would get the provider's error.
     *
     * @param events hears every event when it is due
     */
    public Usage ask(SimRequest request, Consumer<ReplyEvent> events) {
        var nothing = new Incoming(Call.Method.MESSAGE, "/", Map.of(), Headers.NONE, Body.EMPTY);
        var call = reception.receive(adapter.facts(), nothing);
        var rendering = new Rendering(
                Framing.MESSAGES, "", Rendering.Start.WITH_FIRST_DELTA, _ -> (event, _) -> events.accept(event));
        var generation = Operation.Generation.of(request, "reply_", rendering);
        var endpoint = new Endpoint(Call.Method.MESSAGE, "/", "asked", (_, _) -> generation);
        var behaviour = machinery.behaviour();
        var circumstances = Circumstances.of(machinery, behaviour, Overrides.NONE, adapter.name(), call, generation);
        var answers = answers(Optional.of(endpoint), call, new TrackedOutlet(new CollectingOutlet()));
        var services = services(behaviour, call, alone());
        var handling = new Handling(machinery, circumstances, adapter, endpoint, call, services, answers);
        var ended = new GenerationFlow(handling, generation).run();
        return switch (ended.outcome()) {
            case Outcome.Failed failed -> throw failed.problem().asException();
            case Outcome.Cancelled _ -> throw new CancellationException("the simulator was closed");
            case Outcome.Defect _ ->
                throw new IllegalStateException("request " + call.id() + " met a defect; see the log");
            case Outcome.Done _, Outcome.Broken _ -> ended.usage();
        };
    }

    /** Opens a connection. */
    public Connection connect() {
        var own = new MemoryStore(CONNECTION_DOCUMENTS, CONNECTION_BYTES);
        return new Connection() {
            @Override
            public void handle(Incoming message, Outlet outlet) {
                answer(reception.receive(adapter.facts(), message), refusal(message), new Visible(scope, own), outlet);
            }

            @Override
            public void close() {
                own.close();
            }
        };
    }

    /** Answers a call that is refused already. */
    public void refuse(Incoming incoming, Problem problem, Outlet outlet) {
        var call = reception.receive(adapter.facts(), incoming);
        refuse(call, "", problem.asException(), answers(Optional.empty(), call, new TrackedOutlet(outlet)));
    }

    private void answer(Call received, Optional<Problem> refusal, Visible visible, Outlet transport) {
        var outlet = new TrackedOutlet(transport);
        var call = received;
        var endpoint = Optional.<Endpoint>empty();
        try {
            var match = route(call);
            call = call.withPathParameters(match.parameters());
            endpoint = Optional.of(match.endpoint());
            if (refusal.isPresent()) {
                throw refusal.get().asException();
            }
            run(match.endpoint(), call, visible, outlet);
        } catch (RuntimeException | Error failure) {
            var kind = endpoint.map(Endpoint::counter).orElse("");
            // Nobody reads the body of a caller who is not let in.
            var naming = refusal.isPresent() ? Optional.<Endpoint>empty() : endpoint;
            refuse(call, kind, failure, answers(endpoint, naming, call, outlet));
        }
    }

    private Visible alone() {
        return new Visible(scope, new EmptyScope());
    }

    private CallServices services(Behaviour behaviour, Call call, Visible visible) {
        return new CallServices(
                machinery, behaviour, visible, (method, path, body) -> inner(call, visible, method, path, body));
    }

    private void run(Endpoint endpoint, Call call, Visible visible, TrackedOutlet outlet) {
        var behaviour = machinery.behaviour();
        var overrides = Overrides.read(call.caller().overrides(), behaviour);
        var services = services(behaviour, call, visible);
        var operation = endpoint.parser().parse(call, services);
        var circumstances = Circumstances.of(machinery, behaviour, overrides, adapter.name(), call, operation);
        var handling = new Handling(
                machinery,
                circumstances,
                adapter,
                endpoint,
                call,
                services,
                answers(Optional.of(endpoint), call, outlet));
        switch (operation) {
            case Operation.Generation generation -> new GenerationFlow(handling, generation).run();
            case Operation.Query query -> new QueryFlow(handling, query).run();
            case Operation.CallOff callOff -> new CallOffFlow(handling.about(""), callOff).run();
            case Operation.Attach attach -> new AttachFlow(handling.about(""), attach).run();
        }
    }

    private Answer inner(Call outer, Visible visible, Call.Method method, String path, Body body) {
        var collected = new CollectingOutlet();
        var call = new Call(
                reception.newId(adapter.facts()),
                method,
                path,
                Map.of(),
                Map.of(),
                outer.headers(),
                body,
                outer.caller(),
                machinery.clock().nanoTime(),
                machinery.clock().now());
        answer(call, Optional.empty(), visible, collected);
        return collected.answer();
    }

    private Routes.Match route(Call call) {
        var matches = routes.at(call.path());
        return Routes.byMethod(matches, call.method())
                .orElseThrow(() -> noRoute(call, matches).asException());
    }

    private static Problem noRoute(Call call, List<Routes.Match> matches) {
        return matches.isEmpty()
                ? new Problem.UnknownRoute(call.method().name(), call.path())
                : new Problem.MethodNotAllowed(
                        call.method().name(),
                        call.path(),
                        matches.stream()
                                .map(match -> match.endpoint().method().name())
                                .distinct()
                                .toList());
    }

    private Answers answers(Optional<Endpoint> endpoint, Call call, TrackedOutlet outlet) {
        return answers(endpoint, endpoint, call, outlet);
    }

    private Answers answers(Optional<Endpoint> endpoint, Optional<Endpoint> naming, Call call, TrackedOutlet outlet) {
        var explainer = endpoint.flatMap(Endpoint::explainer).orElse(adapter::explain);
        var behaviour = machinery.behaviour();
        return new Answers(
                adapter,
                explainer,
                machinery.clock(),
                call,
                outlet,
                () -> new UnreadLimits(machinery, adapter.name()).of(behaviour, naming, call));
    }

    private void refuse(Call call, String kind, Throwable why, Answers answers) {
        var exchange = new Exchange(call.id(), adapter.name(), kind, "", false, call.caller(), call.receivedNanos());
        var trace = machinery.begin(exchange, call, Optional.empty());
        Account.empty(machinery, trace).refuse(answers, new Failure(why));
    }
}
