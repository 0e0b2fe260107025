package llmsim.server.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import llmsim.api.content.Bytes;

/**
 * A file of the page.
 *
 * @param name in this package
 * @param path below that of the page; empty for the page itself
 */
record PageFile(String name, String path, String mediaType) {
    /** All of them. */
    static final List<PageFile> ALL = Stream.concat(
                    Stream.of(
                            new PageFile("index.html", "", "text/html; charset=utf-8"),
                            new PageFile("dashboard.css", "web/dashboard.css", "text/css; charset=utf-8")),
                    Stream.of(
                                    "actions",
                                    "chart",
                                    "charts",
                                    "connection",
                                    "control",
                                    "counts",
                                    "detail",
                                    "elements",
                                    "faults",
                                    "format",
                                    "history",
                                    "incidents",
                                    "main",
                                    "models",
                                    "requests",
                                    "rows",
                                    "scale",
                                    "server",
                                    "settings",
                                    "switches",
                                    "text",
                                    "tiles",
                                    "timeline",
                                    "token")
                            .map(PageFile::script))
            .toList();

    private static PageFile script(String name) {
        return new PageFile(name + ".js", "web/" + name + ".js", "text/javascript; charset=utf-8");
    }

    Bytes content() {
        try (var stream = Optional.ofNullable(PageFile.class.getResourceAsStream(name))
                .orElseThrow(() -> new IllegalStateException("the file " + name + " is missing"))) {
            return Bytes.owned(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
