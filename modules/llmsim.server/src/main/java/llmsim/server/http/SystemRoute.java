package llmsim.server.http;

import java.io.IOException;
import java.util.function.Function;
import llmsim.api.dialect.Answer;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Headers;
import llmsim.api.render.Framing;
import llmsim.engine.Head;
import llmsim.engine.Incoming;
import llmsim.engine.Outlet;

/**
 * A route of llmsim itself, beside those of the providers.
 *
 * @param path the whole path, such as {@code /llmsim/stats}
 */
public record SystemRoute(Call.Method method, String path, Handler handler) {

    /** Answers one call; many threads at once call it. */
    @FunctionalInterface
    public interface Handler {
        /** Answers as {@link llmsim.engine.Outlet} demands it; an {@link IOException} means that the client is gone. */
        void handle(Incoming incoming, Outlet outlet) throws IOException;
    }

    /** A route that is answered at once and whole. */
    public static SystemRoute answering(Call.Method method, String path, Function<Incoming, Answer> answer) {
        return new SystemRoute(method, path, (incoming, outlet) -> send(answer.apply(incoming), outlet));
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
