package llmsim.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import llmsim.engine.configuration.EngineConfiguration;
import llmsim.engine.configuration.LimitSettings;
import llmsim.engine.configuration.StreamFaults;
import llmsim.engine.incident.Incident;
import llmsim.server.assembly.Setup;

/** What goes wrong on purpose, so that nobody has to wonder about an error: a name and a value for each kind that is set. */
record BreakingLines(Setup setup) {
    List<List<String>> rows() {
        var rows = new ArrayList<List<String>>();
        var engine = setup.configuration().engine();
        var keys = setup.configuration().access().keys().digests().size();
        add(rows, "API keys", keys == 0 ? "" : keys + " accepted");
        add(rows, "limits", limits(engine.limits()));
        add(rows, "errors", errors(engine));
        add(rows, "stream faults", faults(engine.streamFaults()));
        add(
                rows,
                "incidents",
                setup.incidents().incidents().stream().map(Incident::name).collect(Collectors.joining(", ")));
        return rows;
    }

    private static void add(List<List<String>> rows, String name, String value) {
        if (!value.isEmpty()) {
            rows.add(List.of(name, value));
        }
    }

    private static String limits(LimitSettings limits) {
        if (limits.equals(LimitSettings.NONE)) {
            return "";
        }
        return limits.tiers().isEmpty() ? "as configured" : String.join(", ", limits.tiers());
    }

    private static String errors(EngineConfiguration engine) {
        var sum = engine.errors().sum();
        return sum == 0 ? "" : percent(sum) + " of requests";
    }

    private static String faults(StreamFaults faults) {
        var chances = faults.chances();
        var sum = chances.stream().mapToDouble(StreamFaults.Chance::rate).sum();
        var all = chances.stream()
                .allMatch(chance ->
                        chance.models().isEmpty() && chance.providers().isEmpty());
        return sum == 0 ? "" : (all ? "" : "up to ") + percent(Math.min(1, sum)) + " of answers";
    }

    private static String percent(double part) {
        return String.format(Locale.ROOT, "%.4g %%", 100 * part).replaceFirst("\\.?0+ %", " %");
    }
}
