package llmsim.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import llmsim.api.spi.ProviderAdapter;
import llmsim.engine.configuration.LatencySettings;
import llmsim.engine.mock.Mocks.OnNoMatch;
import llmsim.server.assembly.Running;
import llmsim.server.assembly.Setup;
import llmsim.server.assembly.Version;
import llmsim.server.document.Origin;
import llmsim.server.mock.MockSet;
import llmsim.server.settings.ScriptRows;
import llmsim.server.settings.SettingsTable;

/** What a user wants to know when a server has started. */
record StartLines(Running running) {
    List<String> lines() {
        var simulated = running.simulated();
        var lines = new ArrayList<String>();
        lines.add("llmsim " + Version.text() + " listens on " + running.uri());
        lines.add("");
        simulated.simulator().adapters().stream()
                .map(ProviderAdapter::name)
                .forEach(name -> lines.add(line(name, running.baseUri(name).toString())));
        lines.add(line("dashboard", running.uri() + "/llmsim/"));
        lines.add(line(
                "latency", latency(simulated.setup().configuration().engine().latency())));
        lines.add(line("generator", generator(simulated.setup())));
        lines.addAll(scripts(simulated.setup()));
        lines.addAll(mocks(simulated.setup().mocks()));
        new BreakingLines(simulated.setup()).rows().forEach(row -> lines.add(line(row.getFirst(), row.getLast())));
        lines.add(line("seed", seed()));
        lines.add(line("settings", origins(simulated.setup())));
        return lines;
    }

    private static String line(String name, String value) {
        return String.format("  %-13s  %s", name, value);
    }

    private static String latency(LatencySettings settings) {
        return switch (settings) {
            case LatencySettings.ByModel _ -> "by the request's model";
            case LatencySettings.Named(var profile) -> profile;
            case LatencySettings.Custom(var ttft, var ttftStddev, var tbt, var tbtStddev) ->
                "first token " + millis(ttft, ttftStddev) + ", then " + millis(tbt, tbtStddev) + " a token";
        };
    }

    private static String millis(double mean, double deviation) {
        return plain(mean) + " ± " + plain(deviation) + " ms";
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }

    private static String generator(Setup setup) {
        var response = setup.configuration().engine().response();
        return response.generator().written() + ", target " + response.targetTokens() + " tokens";
    }

    private static List<String> scripts(Setup setup) {
        var lines = new ArrayList<String>();
        var scripts = setup.scripts();
        scripts.usual()
                .ifPresent(script -> lines.add(line(
                        "script",
                        setup.values().written(ScriptRows.SCRIPT) + ", " + ScriptValidateCommand.summary(script))));
        if (!scripts.named().isEmpty()) {
            lines.add(line(
                    "scripts", String.join(", ", new TreeSet<>(scripts.named().keySet()))));
        }
        return lines;
    }

    private static List<String> mocks(MockSet mocks) {
        var rest = mocks.inForce().onNoMatch() == OnNoMatch.ERROR ? "an error" : "the generator";
        return mocks.idle() ? List.of() : List.of(line("mocks", mocks.mocks().size() + ", else " + rest));
    }

    private String seed() {
        var seed = running.simulated().seed();
        return seed.chosen()
                ? String.valueOf(seed.value())
                : seed.value() + ", drawn; --seed " + seed.value() + " repeats this run";
    }

    private static String origins(Setup setup) {
        var places = SettingsTable.ALL.stream()
                .map(setup.values()::origin)
                .map(StartLines::place)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(", "));
        return places.isEmpty() ? "defaults" : places;
    }

    private static @org.jspecify.annotations.Nullable String place(Origin origin) {
        return switch (origin) {
            case Origin.Default _ -> null;
            case Origin.File(var file, var _, var _) -> file;
            case Origin.WholeFile _,
                    Origin.Environment _,
                    Origin.Flag _,
                    Origin.Code _,
                    Origin.Changed _,
                    Origin.Place _ -> origin.text();
        };
    }
}
