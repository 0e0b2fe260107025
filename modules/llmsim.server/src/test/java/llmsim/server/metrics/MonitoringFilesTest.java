package llmsim.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is written about metrics and with them names metrics that there are, and the page names them all. */
class MonitoringFilesTest {
    private static final Path ROOT = Path.of(System.getProperty("basedir"), "..", "..");
    private static final Pattern NAME = Pattern.compile("\\b(?:vllm:|llmsim_|process_|jvm_)[a-z0-9_]+\\b(?!:)");
    private static final Pattern SERIES = Pattern.compile("_(bucket|sum|count)$");

    @Test
    void thePageNamesEveryMetric() throws IOException {
        var page = Files.readString(ROOT.resolve("docs/observability.md"));
        var table = page.lines().filter(line -> line.startsWith("| `")).toList();

        assertThat(names(table)).isEqualTo(existing());
    }

    @Test
    void everyPanelOfTheDashboardShowsMetricsThatThereAre() throws IOException {
        var dashboard = JsonMapper.shared().readTree(Files.readString(ROOT.resolve("examples/grafana/llmsim.json")));
        var queries =
                dashboard.findValues("expr").stream().map(JsonNode::asString).toList();

        assertThat(queries)
                .hasSizeGreaterThan(20)
                .allSatisfy(
                        query -> assertThat(names(List.of(query))).isNotEmpty().isSubsetOf(existing()));
        assertThat(dashboard.get("panels").findValuesAsString("title")).doesNotHaveDuplicates();
    }

    @Test
    void rulesAskForMetricsThatThereAre() throws IOException {
        var rules = Files.readString(ROOT.resolve("examples/prometheus/llmsim-rules.yml"));

        assertThat(names(List.of(rules))).hasSizeGreaterThan(4).isSubsetOf(existing());
    }

    private static Set<String> names(Collection<String> texts) {
        return texts.stream()
                .flatMap(text -> NAME.matcher(text).results())
                .map(found -> family(found.group()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String family(String name) {
        var family = SERIES.matcher(name).replaceFirst("");
        return existing().contains(family) ? family : name;
    }

    private static Set<String> existing() {
        var metrics = Metrics.of(Observations.ofEverything(), true);
        var text = Observations.written(ExpositionFormat.PROMETHEUS, metrics);
        return new HashSet<>(Exposition.prometheus(text).types().keySet());
    }
}
