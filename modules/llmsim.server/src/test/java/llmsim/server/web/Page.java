package llmsim.server.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The sources of the page. */
final class Page {
    private static final Path FOLDER = Path.of("src/main/resources/llmsim/server/web");

    private Page() {}

    static List<String> names() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String name) {
        try {
            return Files.readString(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the only group of a pattern takes, in all scripts. */
    static List<String> said(String pattern) {
        var compiled = Pattern.compile(pattern);
        return names().stream()
                .filter(name -> name.endsWith(".js"))
                .flatMap(name -> compiled.matcher(text(name)).results().map((MatchResult found) -> found.group(1)))
                .distinct()
                .toList();
    }
}
