package llmsim.it.jars;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What {@code jar --describe-module} says of each jar, without its concealed packages, compared with a file in
 * {@code src/test/modules}. A change there is a change of what users can see: mean it. With {@code -Dllmsim.golden=write}
 * the files are written instead.
 */
class ModuleDescriptorsIT {
    private static final Path GOLDEN = Path.of(System.getProperty("basedir"), "src", "test", "modules");

    static Stream<Path> jars() {
        return BuiltJars.all();
    }

    @Test
    void everyJarIsHere() {
        assertThat(BuiltJars.modules().map(module -> module.descriptor().name()))
                .containsExactly(
                        "llmsim.api",
                        "llmsim.cli",
                        "llmsim.engine",
                        "llmsim.jtokkit",
                        "llmsim.openai",
                        "llmsim.openresponses",
                        "llmsim.prometheus",
                        "llmsim.server",
                        "llmsim.terminal",
                        "llmsim.testkit",
                        "llmsim.tokens");
    }

    @ParameterizedTest
    @MethodSource("jars")
    void isAsWritten(Path jar) throws IOException {
        var name = jar.getFileName().toString().replaceFirst("-.*", "");
        var golden = GOLDEN.resolve(name + ".txt");
        if (System.getProperty("llmsim.golden", "").equals("write")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, described(jar));
        }

        assertThat(described(jar)).isEqualTo(Files.readString(golden).replace("\r\n", "\n"));
    }

    private static String described(Path jar) {
        var out = new StringWriter();
        var err = new StringWriter();
        var tool = ToolProvider.findFirst("jar").orElseThrow();
        var exit = tool.run(new PrintWriter(out), new PrintWriter(err), "--describe-module", "--file", jar.toString());
        assertThat(exit).as(err.toString()).isZero();
        return out.toString()
                .lines()
                .filter(line -> !line.startsWith("contains "))
                .map(line -> line.replaceFirst("@.* jar:file:.*", ""))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
