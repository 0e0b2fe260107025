package llmsim.server.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import llmsim.api.dialect.Answer;
import llmsim.api.dialect.Endpoint;
import llmsim.api.dialect.ProviderFacts;
import llmsim.api.exchange.Body;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Headers;
import llmsim.api.problem.Problem;
import llmsim.api.render.Framing;
import llmsim.api.spi.ProviderAdapter;
import llmsim.engine.Connection;
import llmsim.engine.Entrance;
import llmsim.engine.Head;
import llmsim.engine.Incoming;
import llmsim.engine.Outlet;

/** Stands where the engine will be: one provider, "fake", and the answers that a test gives it. */
final class FakeEntrance implements Entrance {
    private final Answers answers;
    private final AtomicInteger broken = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();

    FakeEntrance(Answers answers) {
        this.answers = answers;
    }

    /** Answers every call with what arrived. */
    static FakeEntrance echoing() {
        return new FakeEntrance((incoming, outlet) -> {
            var body = incoming.body() instanceof Body.Raw(var _, var bytes) ? bytes.length() : 0;
            whole(
                    outlet,
                    200,
                    "{\"method\":\"%s\",\"path\":\"%s\",\"query\":\"%s\",\"body\":%d}"
                            .formatted(incoming.method(), incoming.path(), incoming.query(), body));
        });
    }

    static void whole(Outlet outlet, int status, String json) throws IOException {
        outlet.begin(new Head(status, Framing.WHOLE, Headers.of(Map.of("content-type", "application/json"))));
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        outlet.write(bytes, 0, bytes.length);
        outlet.end();
    }

    static void beginStream(Outlet outlet) throws IOException {
        outlet.begin(new Head(200, Framing.SSE, Headers.of(Map.of("content-type", "text/event-stream"))));
    }

    static void event(Outlet outlet, String data) throws IOException {
        var bytes = ("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
        outlet.write(bytes, 0, bytes.length);
    }

    /** How many answers broke because the client was gone. */
    int broken() {
        return broken.get();
    }

    /** How many connections that carry several calls are open. */
    int connections() {
        return connections.get();
    }

    @Override
    public List<ProviderAdapter> adapters() {
        return List.of(new FakeAdapter());
    }

    @Override
    public void handle(String provider, Incoming incoming, Outlet outlet) {
        try {
            answers.answer(incoming, outlet);
        } catch (IOException _) {
            broken.incrementAndGet();
        }
    }

    @Override
    public Optional<Problem> refusal(String provider, Incoming incoming) {
        return Optional.empty();
    }

    @Override
    public Connection connect(String provider) {
        connections.incrementAndGet();
        return new Connection() {
            @Override
            public void handle(Incoming message, Outlet outlet) {
                FakeEntrance.this.handle(provider, message, outlet);
            }

            @Override
            public void close() {
                connections.decrementAndGet();
            }
        };
    }

    @Override
    public void refuse(String provider, Incoming incoming, Problem problem, Outlet outlet) {
        try {
            var kind = problem.getClass().getSimpleName();
            var status = problem instanceof Problem.WithStatus own
                    ? own.status()
                    : problem.category().usualStatus();
            var message = problem.message().replace("\\", "\\\\").replace("\"", "\\\"");
            whole(
                    outlet,
                    status,
                    "{\"provider\":\"%s\",\"kind\":\"%s\",\"path\":\"%s\",\"message\":\"%s\"}"
                            .formatted(provider, kind, incoming.path(), message));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    interface Answers {
        void answer(Incoming incoming, Outlet outlet) throws IOException;
    }

    private record FakeAdapter() implements ProviderAdapter {
        @Override
        public String name() {
            return "fake";
        }

        @Override
        public ProviderFacts facts() {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Endpoint> endpoints() {
            return List.of(new Endpoint(Call.Method.MESSAGE, "/talk", "websocket", (_, _) -> {
                throw new UnsupportedOperationException();
            }));
        }

        @Override
        public Answer explain(Problem problem, Call call) {
            throw new UnsupportedOperationException();
        }
    }
}
