package llmsim.server.http;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import llmsim.api.dialect.Answer;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Headers;
import llmsim.api.render.Framing;
import llmsim.engine.Head;
import llmsim.engine.Outlet;

/**
 * A route of llmsim itself, beside those of the providers.
 *
 * @param gated whether the gate stands before it; what holds no data, such as a page, is for everybody
 * @param description for the OpenAPI document; empty for what is not part of the administration's API, such as a page
 */
public record SystemRoute(
        Call.Method method, RoutePath path, boolean gated, Optional<RouteDescription> description, Handler handler) {
    /** Answers one call; many threads at once call it. */
    @FunctionalInterface
    public interface Handler {
        /** Answers as {@link llmsim.engine.Outlet} demands it; an {@link IOException} means that the client is gone. */
        void handle(SystemCall call, Outlet outlet) throws IOException;
    }

    /**
     * A route that is answered at once and whole.
     *
     * @param path the whole path, such as {@code /llmsim/stats} or {@code /llmsim/requests/{id}}
     */
    public static SystemRoute answering(Call.Method method, String path, Function<SystemCall, Answer> answer) {
        return new SystemRoute(
                method,
                new RoutePath(path),
                true,
                Optional.empty(),
                (call, outlet) -> send(answer.apply(call), outlet));
    }

    /** The same with what the OpenAPI document says of it. */
    public SystemRoute described(RouteDescription said) {
        return new SystemRoute(method, path, gated, Optional.of(said), handler);
    }

    /** The same before the gate: everybody may call it. */
    public SystemRoute forEverybody() {
        return new SystemRoute(method, path, false, description, handler);
    }

    static void send(Answer answer, Outlet outlet) throws IOException {
        var headers = Headers.builder().add("content-type", answer.contentType());
        answer.headers().forEach(headers::add);
        outlet.begin(new Head(answer.status(), Framing.WHOLE, headers.build()));
        var bytes = answer.body().toByteArray();
        outlet.write(bytes, 0, bytes.length);
        outlet.end();
    }
}
