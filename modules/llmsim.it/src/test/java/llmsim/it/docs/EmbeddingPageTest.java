package llmsim.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs of {@code docs/embedding.md}, compiled and run on the class path, with the official SDK. */
class EmbeddingPageTest {
    private static final Pattern JAVA = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void theSdkGetsTheAnswer() throws Exception {
        assertThat(run(0))
                .satisfiesExactly(
                        text -> assertThat(text).isEqualTo("Hello!"),
                        tokens -> assertThat((Long) tokens).isPositive());
    }

    @Test
    void anOwnGeneratorStarts() throws Exception {
        assertThat(run(1)).singleElement().asString().matches("http://localhost:\\d+/openai/v1");
    }

    @Test
    void itWorksWithoutHttp() throws Exception {
        var printed = run(2);
        assertThat(printed.getFirst()).isEqualTo(7L);
        assertThat(printed.getLast()).isEqualTo((long) printed.size() - 2);
        assertThat(printed.subList(1, printed.size() - 1).stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining()))
                .isEqualTo("All is well.");
    }

    @Test
    void aRunningOneIsChanged() throws Exception {
        assertThat(run(4)).isEmpty();
    }

    @Test
    void eachPartWorksAlone() throws Exception {
        var printed = run(3);
        assertThat(printed).hasSize(8);
        assertThat(printed.getFirst()).isEqualTo(6);
        assertThat((List<?>) printed.get(1)).hasSize(2);
        assertThat(printed.subList(2, 7))
                .allSatisfy(chunk -> assertThat((String) chunk).matches(".+ after \\d+ ms"));
        assertThat(printed.getLast()).isEqualTo(5L);
    }

    /** Runs a block of the page; what it would print comes back. */
    private List<Object> run(int block) throws Exception {
        var type = compiled(source(blocks().get(block)));
        try (var loader =
                new URLClassLoader(new URL[] {type.toUri().toURL()}, getClass().getClassLoader())) {
            var snippet = loader.loadClass("Snippet").getDeclaredConstructor().newInstance();
            return List.copyOf((List<?>) ((Callable<?>) snippet).call());
        }
    }

    private static String source(String block) {
        var imports = block.lines().filter(line -> line.startsWith("import ")).toList();
        var statements = block.lines()
                .filter(line -> !line.startsWith("import "))
                .map(line -> line.replace("System.out.println(", "out.add("))
                .toList();
        return String.join("\n", imports) + """

                public class Snippet implements java.util.concurrent.Callable<java.util.List<Object>> {
                    public java.util.List<Object> call() {
                        var out = new java.util.ArrayList<Object>();
                """ + String.join("\n", statements) + "return out; } }";
    }

    private Path compiled(String source) throws IOException {
        var file = Files.writeString(folder.resolve("Snippet.java"), source);
        var output = new StringWriter();
        var code = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(
                        new PrintWriter(output, true),
                        new PrintWriter(output, true),
                        "-proc:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        folder.toString(),
                        file.toString());
        assertThat(code).as(output.toString()).isZero();
        return folder;
    }

    private static List<String> blocks() throws IOException {
        var page = Files.readString(Path.of(System.getProperty("basedir"), "..", "..", "docs", "embedding.md"));
        return JAVA.matcher(page.replace("\r\n", "\n"))
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
