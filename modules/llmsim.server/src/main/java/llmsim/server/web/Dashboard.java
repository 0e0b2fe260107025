package llmsim.server.web;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import llmsim.api.content.Bytes;
import llmsim.api.dialect.Answer;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Headers;
import llmsim.server.http.SystemRoute;

/**
 * The page at {@code /llmsim/} and its files. They hold no data, so everybody may have them; what the page asks for then is
 * behind the gate.
 */
public final class Dashboard {
    private static final String PAGE = "/llmsim/";
    private static final Headers HEADERS = Headers.of(Map.of(
            "content-security-policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:;"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "x-content-type-options",
            "nosniff",
            "referrer-policy",
            "no-referrer",
            "cache-control",
            "no-cache"));

    private Dashboard() {}

    /** The routes. */
    public static List<SystemRoute> routes() {
        var files = PageFile.ALL.stream().map(file -> route(PAGE + file.path(), () -> answer(file)));
        return Stream.concat(Stream.of(route("/llmsim", Dashboard::redirect)), files)
                .toList();
    }

    private static SystemRoute route(String path, Supplier<Answer> answer) {
        return SystemRoute.answering(Call.Method.GET, path, _ -> answer.get()).forEverybody();
    }

    private static Answer answer(PageFile file) {
        return new Answer(200, file.mediaType(), HEADERS, file.content());
    }

    /** Relative, so that it holds behind a proxy too. */
    private static Answer redirect() {
        return new Answer(
                308, "text/plain; charset=utf-8", Headers.of(Map.of("location", "llmsim/")), Bytes.ofUtf8("llmsim/\n"));
    }
}
