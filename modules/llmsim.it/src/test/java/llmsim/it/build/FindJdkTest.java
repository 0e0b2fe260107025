package llmsim.it.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search asks for release 99 here, so that the JDKs of this machine do not count. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has a script of its own")
class FindJdkTest {
    @TempDir
    Path home;

    @Test
    void takesJavaHomeWhenItIsNewEnough() throws Exception {
        jdk("elsewhere", "100");
        jdk(".jdks/99", "99");

        assertThat(find(Map.of("JAVA_HOME", home + "/elsewhere"))).isEqualTo(home + "/elsewhere");
    }

    @ParameterizedTest
    @ValueSource(strings = {"17.0.15", "98.0.2", "1.8.0_402"})
    void looksFurtherWhenJavaHomeIsTooOld(String old) throws Exception {
        jdk("old", old);
        jdk(".jdks/99", "99");

        assertThat(find(Map.of("JAVA_HOME", home + "/old"))).isEqualTo(home + "/.jdks/99");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".jdks/temurin-99",
                ".jdks/temurin-99/Contents/Home",
                ".sdkman/candidates/java/99-tem",
                ".local/share/mise/installs/java/99",
                ".asdf/installs/java/temurin-99",
                "Library/Java/JavaVirtualMachines/temurin-99.jdk/Contents/Home"
            })
    void looksWhereJdksAreInstalled(String folder) throws Exception {
        jdk(folder, "99.0.1+9");

        assertThat(find(Map.of())).isEqualTo(home + "/" + folder);
    }

    @Test
    void takesTheVariableThatBuildMachinesSet() throws Exception {
        jdk("hosted", "99");

        assertThat(find(Map.of("JAVA_HOME_25_X64", home + "/hosted"))).isEqualTo(home + "/hosted");
    }

    @Test
    void followsJavacOnThePath() throws Exception {
        jdk("opt/99", "99");
        Files.createDirectories(home.resolve("bin"));
        Files.createSymbolicLink(home.resolve("bin/javac"), home.resolve("opt/99/bin/javac"));

        var found = find(Map.of("PATH", home + "/bin:/usr/bin:/bin"));

        assertThat(Path.of(found).toRealPath()).isEqualTo(home.resolve("opt/99").toRealPath());
    }

    @Test
    void prefersTheExactReleaseToANewerOne() throws Exception {
        jdk(".jdks/100", "100");
        jdk(".jdks/99", "99");

        assertThat(find(Map.of())).isEqualTo(home + "/.jdks/99");
    }

    @Test
    void takesANewerOneWhenThereIsNoOther() throws Exception {
        jdk(".jdks/100", "100");

        assertThat(find(Map.of())).isEqualTo(home + "/.jdks/100");
    }

    @Test
    void saysInOneLineWhatToInstall() throws Exception {
        jdk(".jdks/98", "98");
        Files.delete(jdk(".jdks/jre-99", "99").resolve("bin/javac"));

        var run = run(Map.of());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .contains("needs a JDK of version 99 or later", "install one", "JAVA_HOME");
    }

    private Path jdk(String folder, String version) throws IOException {
        var jdk = home.resolve(folder);
        Checkout.script(jdk.resolve("bin/java"), "");
        Checkout.script(jdk.resolve("bin/javac"), "");
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"%s\"\n".formatted(version));
        return jdk;
    }

    private String find(Map<String, String> environment) throws Exception {
        var run = run(environment);
        assertThat(run.err()).isEmpty();
        return run.out().strip();
    }

    private Run run(Map<String, String> environment) throws Exception {
        var all = new HashMap<>(environment);
        all.put("HOME", home.toString());
        return Run.of(home, all, "/bin/sh", "-c", """
                set -u
                . "$0/.mvn/find-jdk.sh"
                llmsim_jdk=99
                find_jdk && printf '%s' "$JAVA_HOME"
                """, Checkout.ROOT.toString());
    }
}
