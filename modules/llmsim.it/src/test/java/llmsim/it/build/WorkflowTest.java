package llmsim.it.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What can be known of the workflow without running it. */
class WorkflowTest {
    private static final Pattern OWN_SCRIPT =
            Pattern.compile("^(?:\\./)?(mvnw\\.cmd|llmsim\\.cmd|llmsim|\\.ci/run)\\b");

    @Test
    void everyJobSaysWhereItRunsAndEveryStepDoesOneThing() throws IOException {
        assertThat(jobs()).isNotEmpty().allSatisfy(job -> {
            assertThat(job).containsKeys("runs-on", "timeout-minutes");
            assertThat(steps(job))
                    .isNotEmpty()
                    .allSatisfy(step -> assertThat(step)
                            .matches(
                                    s -> s.containsKey("uses") != s.containsKey("run"),
                                    "uses an action or runs a command"));
        });
    }

    @Test
    void theScriptsThatItRunsAreHere() throws IOException {
        var commands = jobs().stream()
                .flatMap(job -> steps(job).stream())
                .filter(step -> step.containsKey("run"))
                .map(step -> step.get("run").toString())
                .toList();

        assertThat(commands).isNotEmpty().allSatisfy(command -> {
            var script = OWN_SCRIPT.matcher(command);
            assertThat(script.find()).as(command).isTrue();
            assertThat(Checkout.ROOT.resolve(script.group(1))).exists();
        });
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> jobs() throws IOException {
        Path file = Checkout.ROOT.resolve(".github/workflows/ci.yml");
        Map<String, Object> workflow = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
        return List.copyOf(((Map<String, Map<String, Object>>) workflow.get("jobs")).values());
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> steps(Map<String, Object> job) {
        return (List<Map<String, Object>>) job.get("steps");
    }
}
