package llmsim.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import llmsim.api.settings.NearMiss;
import llmsim.server.assembly.Setup;
import llmsim.server.settings.Setting;
import llmsim.server.settings.SettingsTable;
import llmsim.server.settings.Values;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code llmsim config explain}. */
record ConfigExplainCommand(Console console) implements Command {
    @Override
    public CommandSpec describe() {
        var spec = named(
                        "explain",
                        "Show every setting with its value and where that came from: flag, environment, file or default.",
                        "Takes the options of 'llmsim serve'. With KEYs, say what those settings do.")
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("KEY")
                        .arity("0..*")
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .description("Settings to explain, such as latency.profile.")
                        .build());
        SettingOptions.addTo(spec);
        return spec;
    }

    @Override
    public int run(ParseResult parsed) {
        var setup = Setup.of(SettingOptions.sources(parsed, console.environment()), UnaryOperator.identity());
        setup.warnings().forEach(console::complain);
        var keys = parsed.matchedPositionalValue(0, List.<String>of());
        if (keys.isEmpty()) {
            new Columns(rows(setup.values())).lines().forEach(console::say);
        }
        keys.stream().map(key -> setting(key, parsed)).forEach(setting -> explain(setting, setup.values()));
        return ExitCode.OK;
    }

    private static List<List<String>> rows(Values values) {
        var rows = new ArrayList<List<String>>();
        for (var setting : SettingsTable.ALL) {
            rows.add(List.of(
                    setting.key(),
                    value(setting, values),
                    values.origin(setting).text()));
        }
        return rows;
    }

    private static String value(Setting<?> setting, Values values) {
        return values.isSet(setting) || setting.fallback() instanceof Setting.Fallback.Written
                ? values.written(setting)
                : "-";
    }

    private static Setting<?> setting(String key, ParseResult parsed) {
        return SettingsTable.find(key)
                .orElseThrow(() -> new ParameterException(
                        parsed.commandSpec().commandLine(), "unknown key '" + key + "'" + hint(key)));
    }

    private static String hint(String key) {
        var keys = SettingsTable.ALL.stream().map(Setting::key).toList();
        return NearMiss.of(key, keys)
                .map(meant -> "; did you mean '" + meant + "'?")
                .orElse("; 'llmsim config explain' lists them");
    }

    private static String environment(Setting<?> setting) {
        return setting.variables().isEmpty() ? "none" : String.join(" or ", setting.variables());
    }

    private void explain(Setting<?> setting, Values values) {
        console.say(setting.key() + " - " + setting.sentence());
        new Columns(List.of(
                        List.of("  value", value(setting, values)),
                        List.of("  from", values.origin(setting).text()),
                        List.of("  takes", setting.reader().expected()),
                        List.of("  default", setting.fallback().text()),
                        List.of("  flag", setting.flag().orElse("--set " + setting.key() + "=VALUE")),
                        List.of("  environment", environment(setting)),
                        List.of("  changes", setting.changeable() ? "while llmsim runs, too" : "at start only")))
                .lines()
                .forEach(console::say);
    }
}
