package llmsim.it.build;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./llmsim} in a project of a few files, with an {@code mvnw} that notes each build. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has a script of its own")
class SourceLauncherTest {
    private static final String BUILDS = """
            echo "log of the build"
            echo built >>builds
            bin=modules/llmsim.image/target/image/bin
            mkdir -p $bin
            printf '#!/bin/sh\\necho "ran $*"\\nexit 7\\n' >$bin/llmsim
            chmod +x $bin/llmsim
            touch $bin/../../image.stamp
            """;
    private static final Map<String, String> ENVIRONMENT = Map.of("JAVA_HOME", System.getProperty("java.home"));
    private static final Run RAN = new Run(7, "ran serve --port 0\n", "");

    @TempDir
    Path project;

    private Path source;

    @BeforeEach
    void sources() throws IOException {
        Checkout.copy("llmsim", project.resolve("llmsim"));
        Checkout.script(project.resolve("mvnw"), BUILDS);
        Checkout.copy(".mvn/find-jdk.sh", project.resolve(".mvn/find-jdk.sh"));
        source = project.resolve("modules/llmsim.cli/src/main/java/Main.java");
        Files.createDirectories(source.getParent());
        Files.createDirectories(project.resolve("modules/llmsim.image/src/image"));
        for (var file :
                List.of("pom.xml", "modules/llmsim.cli/pom.xml", "modules/llmsim.cli/src/main/java/Main.java")) {
            Files.writeString(project.resolve(file), "x");
        }
        Files.writeString(source.resolveSibling("Other.java"), "x");
        Files.createFile(project.resolve("builds"));
    }

    @Test
    void buildsOnceSaysSoAndPassesArgumentsAndTheExitCode() throws Exception {
        var first = start();
        var second = start();

        assertThat(first.err().lines()).singleElement().asString().startsWith("Building llmsim (first time");
        assertThat(new Run(first.exit(), first.out(), "")).isEqualTo(RAN);
        assertThat(second).isEqualTo(RAN);
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void buildsAgainWhenASourceChanged() throws Exception {
        start();
        age();
        Files.writeString(source, "y");

        assertThat(start().err()).contains("sources changed");
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void buildsAgainWhenASourceIsGone() throws Exception {
        start();
        age();
        Files.delete(source);

        start();

        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void showsTheLogOfABuildThatFails() throws Exception {
        Checkout.script(project.resolve("mvnw"), "echo 'no such symbol'\nexit 1");

        var run = start();

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("no such symbol", "could not be built");
        assertThat(lock()).doesNotExist();
    }

    @Test
    void saysInOneLineThatThereIsNoJdk() throws Exception {
        Files.writeString(project.resolve(".mvn/find-jdk.sh"), "find_jdk() { echo 'install one' >&2; return 1; }");

        assertThat(start()).isEqualTo(new Run(1, "", "install one\n"));
        assertThat(lock()).doesNotExist();
    }

    @Test
    void startsAtTheSameTimeBuildOnce() throws Exception {
        Checkout.script(project.resolve("mvnw"), "until [ -f go ]; do sleep 0.1; done\n" + BUILDS);
        var starts = new ArrayList<Run.Running>();
        for (int i = 0; i < 5; i++) {
            starts.add(Run.start(project, ENVIRONMENT, "./llmsim", "serve", "--port", "0"));
        }
        Files.createFile(project.resolve("go"));

        for (var start : starts) {
            assertThat(start.await().out()).isEqualTo(RAN.out());
        }
        assertThat(builds()).isEqualTo(1);
        assertThat(lock()).doesNotExist();
    }

    @Test
    void takesOverTheLockOfAProcessThatIsGone() throws Exception {
        var gone = new ProcessBuilder("/bin/sh", "-c", "exit").start();
        assertThat(gone.waitFor(60, SECONDS)).isTrue();
        Files.createDirectories(lock().getParent());
        Files.createSymbolicLink(lock(), Path.of(Long.toString(gone.pid())));

        assertThat(start().out()).isEqualTo(RAN.out());
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void worksThroughASymbolicLinkFromAnotherFolder() throws Exception {
        var elsewhere = Files.createDirectory(project.resolve("elsewhere"));
        Files.createSymbolicLink(elsewhere.resolve("llmsim"), Path.of("../llmsim"));

        assertThat(Run.of(elsewhere, ENVIRONMENT, "./llmsim", "serve", "--port", "0")
                        .out())
                .isEqualTo(RAN.out());
    }

    private Run start() throws Exception {
        return Run.of(project, ENVIRONMENT, "./llmsim", "serve", "--port", "0");
    }

    private Path lock() {
        return project.resolve("modules/llmsim.image/target/image.lock");
    }

    private long builds() throws IOException {
        return Files.readString(project.resolve("builds")).lines().count();
    }

    /** Moves all files an hour back and the stamp half of it, for the clock of a file system is coarse. */
    private void age() throws IOException {
        var hour = FileTime.from(Instant.now().minusSeconds(3600));
        try (var files = Files.walk(project)) {
            for (var file : files.toList()) {
                Files.setLastModifiedTime(file, hour);
            }
        }
        var stamp = project.resolve("modules/llmsim.image/target/image.stamp");
        Files.setLastModifiedTime(stamp, FileTime.from(hour.toInstant().plusSeconds(1800)));
    }
}
