package llmsim.it.sdk.fault;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import llmsim.it.sdk.fault.OpenAiJava.Api;
import llmsim.server.LlmSim;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Measures all faults over one API. */
record Measuring(LlmSim llm, String name, Api api) {
    private static final Path FAULTS = Path.of("src/foreign/faults.json");
    private static final Duration LIMIT = Duration.ofMinutes(1);
    /** Of those faults that never let anything more through. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final int AT_ONCE = 4;

    /** A table in which faults with one outcome share a row. */
    String table() throws Exception {
        var plain = Map.of(false, seen(plain(false)), true, seen(plain(true)));
        var rows = new LinkedHashMap<String, List<String>>();
        try (var workers = Executors.newFixedThreadPool(AT_ONCE)) {
            var faults = JsonMapper.shared().readTree(FAULTS);
            var cells = new ArrayList<Callable<String>>();
            faults.forEach(entry -> cells.add(() -> cell(entry, plain)));
            var outcomes = workers.invokeAll(cells);
            for (var i = 0; i < outcomes.size(); i++) {
                var fault = "`" + faults.get(i).get("fault").asString() + "`";
                rows.computeIfAbsent(outcomes.get(i).get(), _ -> new ArrayList<>())
                        .add(fault);
            }
        }
        return rows.entrySet().stream()
                .map(row -> "| " + String.join(", ", row.getValue()) + " | " + row.getKey() + " |\n")
                .collect(Collectors.joining(
                        "", "## " + name + "\n\n| fault | the program sees | requests |\n|---|---|---|\n", ""));
    }

    /** What a program without retries sees, and how many requests one with the SDK's usual retries makes. */
    private String cell(JsonNode entry, Map<Boolean, Seen> plain) {
        var fault = entry.get("fault").asString();
        var tool = entry.path("asks").asString("").equals("tool");
        var patience = entry.path("silent").toString().contains("http") ? PATIENCE : LIMIT;
        var seen = seen(new Asked("plain", Optional.of(fault), tool, patience, Optional.of(0)));
        var model = (name + "-" + fault).replace(' ', '-');
        seen(new Asked(model, Optional.of(fault), tool, patience, Optional.empty()));
        var requests = llm.statistics().modelRequests().getOrDefault(model, 0L);
        return new Difference(seen, plain.get(tool)).described() + " | " + requests;
    }

    private static Asked plain(boolean tool) {
        return new Asked("plain", Optional.empty(), tool, LIMIT, Optional.of(0));
    }

    private Seen seen(Asked asked) {
        var seen = new Seen();
        try {
            api.ask(asked, seen);
        } catch (RuntimeException failure) {
            seen.failed(failure);
        }
        return seen;
    }
}
