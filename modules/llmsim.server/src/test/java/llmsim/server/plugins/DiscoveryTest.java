package llmsim.server.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import llmsim.api.prompt.Prompt;
import llmsim.api.reply.Completion;
import llmsim.api.spi.GenerationContext;
import llmsim.api.spi.ResponseGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Plugins are found whichever way the program runs, and a broken one silences no other. */
class DiscoveryTest {
    /** The two kinds of programs that llmsim runs in. */
    enum Program {
        ON_MODULE_PATH,
        ON_CLASS_PATH;

        Host host() {
            var present = Host.present();
            return this == ON_MODULE_PATH ? present : new Host(present.loader(), Optional.empty());
        }
    }

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void namedModulesPlainJarsAndFoldersAreFound(Program program) throws IOException {
        new TinyJar().generator("a", "A", "\"alpha\"").module("a", "a.A").write(folder.resolve("a.jar"));
        new TinyJar().generator("b", "B", "\"beta\"").offers("b.B").write(folder.resolve("b-1.0.jar"));
        var sub = Files.createDirectory(folder.resolve("c"));
        new TinyJar().generator("c", "C", "\"gamma\"").offers("c.C").write(sub.resolve("c.jar"));
        if (program == Program.ON_CLASS_PATH) {
            Files.delete(folder.resolve("a.jar"));
            new TinyJar()
                    .generator("a", "A", "\"alpha\"")
                    .module("a", "a.A")
                    .offers("a.A")
                    .write(folder.resolve("a.jar"));
        }
        Files.writeString(folder.resolve("README.txt"), "no plugin");
        Files.createDirectory(folder.resolve("empty"));

        var found = discover(program);

        assertThat(found.warnings()).isEmpty();
        assertThat(found.conflicts()).isEmpty();
        assertThat(found.extensions().generators().names()).contains("alpha", "beta", "gamma");
        assertThat(found.extensions().generators().find("gamma").orElseThrow().from())
                .isEqualTo(sub.toString());
    }

    @ParameterizedTest
    @EnumSource
    void twoPluginsMayHaveTheSamePackage(Program program) throws IOException {
        new TinyJar().generator("same", "One", "\"one\"").offers("same.One").write(folder.resolve("one.jar"));
        new TinyJar().generator("same", "Two", "\"two\"").offers("same.Two").write(folder.resolve("two.jar"));

        assertThat(discover(program).extensions().generators().names()).contains("one", "two");
    }

    @ParameterizedTest
    @EnumSource
    void brokenPluginsAreNamedAndTheGoodOneStays(Program program) throws IOException {
        new TinyJar().generator("good", "Good", "\"good\"").offers("good.Good").write(folder.resolve("good.jar"));
        Files.writeString(folder.resolve("nozip.jar"), "this is no zip");
        new TinyJar().file("x/y.txt", "").offers("missing.Generator").write(folder.resolve("missing.jar"));
        new TinyJar()
                .source("wrong/Wrong.java", "package wrong; public class Wrong {}")
                .offers("wrong.Wrong")
                .write(folder.resolve("wrong.jar"));
        new TinyJar()
                .generator("malformed", "M", "\"Not A Name!\"")
                .offers("malformed.M")
                .write(folder.resolve("malformed.jar"));
        new TinyJar().generator("nameless", "N", "null").offers("nameless.N").write(folder.resolve("nameless.jar"));
        new TinyJar()
                .generator("bomb", "Bomb", "String.valueOf(1 / (int) (Long.MAX_VALUE >>> 63))")
                .offers("bomb.Bomb")
                .write(folder.resolve("bomb.jar"));
        new TinyJar().source("thrower/T.java", """
                        package thrower;
                        public class T implements llmsim.api.spi.ResponseGenerator {
                            public T() { throw new IllegalStateException("no\\nlicence"); }
                            public String name() { return "thrower"; }
                            public llmsim.api.reply.Completion generate(
                                    llmsim.api.prompt.Prompt p, llmsim.api.spi.GenerationContext c) { return null; }
                        }
                        """).offers("thrower.T").write(folder.resolve("thrower.jar"));

        var found = discover(program);

        assertThat(found.extensions().generators().names()).contains("good").doesNotContain("thrower", "bomb");
        assertThat(found.warnings()).hasSize(7).allMatch(warning -> warning.contains(" is left out: "));
        assertThat(warning(found, "nozip.jar")).containsIgnoringCase("zip");
        assertThat(warning(found, "missing.jar")).contains("missing.Generator");
        assertThat(warning(found, "wrong.jar")).contains("wrong.Wrong not a subtype");
        assertThat(warning(found, "malformed.jar")).contains("its name is 'Not A Name!', and must be");
        assertThat(warning(found, "nameless.jar")).contains("its name is 'null', and must be");
        assertThat(warning(found, "bomb.jar")).contains("bomb.Bomb: / by zero");
        assertThat(warning(found, "thrower.jar")).contains("no licence").doesNotContain("\n");
    }

    @Test
    void aBrokenModuleDescriptorIsNamed() throws IOException {
        new TinyJar().file("module-info.class", "rubbish").write(folder.resolve("bad.jar"));

        var found = discover(Program.ON_MODULE_PATH);

        assertThat(warning(found, "bad.jar")).contains("is left out");
    }

    @Test
    void aMissingModuleIsNamed() throws IOException {
        var library = new TinyJar()
                .source("module-info.java", "module library { exports lib; }")
                .source("lib/L.java", "package lib; public class L {}")
                .write(folder.resolve("library.jar"));
        new TinyJar()
                .generator("needy", "Needy", "\"needy\"")
                .source(
                        "module-info.java",
                        "module needy { requires llmsim.api; requires library;"
                                + " provides llmsim.api.spi.ResponseGenerator with needy.Needy; }")
                .with(library)
                .write(folder.resolve("needy.jar"));

        var found = discover(Program.ON_MODULE_PATH);

        assertThat(warning(found, "needy.jar")).contains("Module library not found, required by needy");
        assertThat(warning(found, "library.jar")).contains("no module in it provides anything");
    }

    @Test
    void aCopyOfTheApiIsLeftOutAndTheRestOfItsFolderWorks() throws IOException {
        var api = new TinyJar()
                .source("module-info.java", "module llmsim.api { }")
                .write(folder.resolve("llmsim.api.jar"));
        var sub = Files.createDirectory(folder.resolve("with-api"));
        Files.copy(api, sub.resolve("llmsim.api.jar"));
        new TinyJar().generator("w", "W", "\"with-api\"").module("w", "w.W").write(sub.resolve("w.jar"));

        var found = discover(Program.ON_MODULE_PATH);

        assertThat(found.extensions().generators().names()).contains("with-api");
        assertThat(warning(found, "llmsim.api.jar")).contains("llmsim has llmsim.api already");
    }

    @Test
    void aJarThatSharesAPackageWithLlmsimIsNamed() throws IOException {
        new TinyJar()
                .source("llmsim/api/spi/Own.java", "package llmsim.api.spi; public class Own {}")
                .generator("fat", "Fat", "\"fat\"")
                .offers("fat.Fat")
                .write(folder.resolve("fat.jar"));

        var found = discover(Program.ON_MODULE_PATH);

        assertThat(found.extensions().generators().names()).doesNotContain("fat");
        assertThat(warning(found, "fat.jar")).contains("package llmsim.api.spi");
    }

    @ParameterizedTest
    @EnumSource
    void twoOfOneNameAreRefusedAndBothAreNamed(Program program) throws IOException {
        new TinyJar().generator("x", "X", "\"twin\"").offers("x.X").write(folder.resolve("x.jar"));
        new TinyJar().generator("y", "Y", "\"twin\"").offers("y.Y").write(folder.resolve("y.jar"));

        var found = discover(program);

        assertThat(found.extensions().generators().names()).doesNotContain("twin");
        assertThat(found.conflicts())
                .containsExactly("the generator 'twin' is there 2 times: x.X of " + folder.resolve("x.jar")
                        + ", and y.Y of " + folder.resolve("y.jar") + "; take one of them away");
    }

    @Test
    void jarsOnTheClassPathAreFoundWithTheirPlace() throws IOException {
        var jar = new TinyJar()
                .generator("cp", "Cp", "\"on-class-path\"")
                .offers("cp.Cp")
                .write(folder.resolve("cp.jar"));
        try (var loader = new URLClassLoader(new java.net.URL[] {jar.toUri().toURL()}, Host.class.getClassLoader())) {

            var found = Discovery.discover(new Host(loader, Optional.empty()), Optional.empty());

            assertThat(found.extensions()
                            .generators()
                            .find("on-class-path")
                            .orElseThrow()
                            .from())
                    .endsWith("cp.jar");
        }
    }

    @Test
    void aProgramsOwnInstanceTakesThePlaceOfAFoundOne() throws IOException {
        new TinyJar().generator("x", "X", "\"mine\"").offers("x.X").write(folder.resolve("x.jar"));
        var own = new Named("mine");

        var extensions = discover(Program.ON_MODULE_PATH).extensions().with(own);

        assertThat(extensions.generators().find("mine").orElseThrow().instance())
                .isSameAs(own);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> extensions.with(new Named("Mine")))
                .withMessageContaining("its name is 'Mine'");
    }

    private record Named(String name) implements ResponseGenerator {
        @Override
        public Completion generate(Prompt prompt, GenerationContext context) {
            return Completion.text(name);
        }
    }

    private Discovery.Found discover(Program program) throws IOException {
        return Discovery.discover(program.host(), Optional.of(folder));
    }

    private String warning(Discovery.Found found, String jar) {
        return found.warnings().stream()
                .filter(warning -> warning.startsWith(folder.resolve(jar).toString()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no warning of " + jar + " in " + found.warnings()));
    }
}
