package llmsim.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import llmsim.server.settings.Setting;
import llmsim.server.settings.SettingsTable;
import llmsim.server.settings.Sources;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The options of commands that take settings: made from the table of settings, read back as sources. */
final class SettingOptions {
    private static final Map<String, String> HEADINGS = Map.of(
            "server",
            "Server:",
            "latency",
            "Timing:",
            "response",
            "Answers:",
            "seed",
            "Answers:",
            "log",
            "Log:",
            "plugins",
            "Plugins:");

    private SettingOptions() {}

    /** Adds an option for every setting that has a flag, and what else can be said about settings. */
    static void addTo(CommandSpec command) {
        sections().forEach((heading, settings) -> command.addArgGroup(group(heading, settings)));
        command.addArgGroup(ArgGroupSpec.builder()
                .validate(false)
                .heading("%nConfiguration:%n")
                .addArg(OptionSpec.builder("-c", "--config")
                        .paramLabel("FILE")
                        .type(Path.class)
                        .description("YAML file with settings (LLMSIM_CONFIG).")
                        .build())
                .addArg(OptionSpec.builder("--set")
                        .paramLabel("KEY=VALUE")
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .description("Any setting; 'llmsim config explain' lists them.")
                        .build())
                .build());
    }

    private static Map<String, List<Setting<?>>> sections() {
        var sections = new java.util.LinkedHashMap<String, List<Setting<?>>>();
        SettingsTable.ALL.stream()
                .filter(setting -> setting.flag().isPresent())
                .forEach(setting -> sections.computeIfAbsent(heading(setting), _ -> new ArrayList<>())
                        .add(setting));
        return sections;
    }

    private static String heading(Setting<?> setting) {
        return HEADINGS.getOrDefault(setting.key().replaceFirst("\\..*", ""), "More:");
    }

    private static ArgGroupSpec group(String heading, List<Setting<?>> settings) {
        var group = ArgGroupSpec.builder().validate(false).heading("%n" + heading + "%n");
        settings.forEach(setting -> group.addArg(option(setting)));
        return group.build();
    }

    private static OptionSpec option(Setting<?> setting) {
        var usual = switch (setting.fallback()) {
            case Setting.Fallback.Written(var text) -> " Default: " + text + ".";
            case Setting.Fallback.None(var text) -> " Default: " + text + ".";
        };
        return OptionSpec.builder(setting.flag().orElseThrow())
                .paramLabel(label(setting))
                .type(String.class)
                .description((setting.sentence() + usual).replace("%", "%%"))
                .build();
    }

    private static String label(Setting<?> setting) {
        return setting.reader().expected().startsWith("a whole number")
                ? "N"
                : setting.name().toUpperCase(Locale.ROOT);
    }

    /** What was said on the command line and in the environment. */
    static Sources sources(ParseResult parsed, Map<String, String> environment) {
        parsed.matchedOptions().forEach(option -> check(option, parsed));
        var sources = Sources.NONE.withEnvironment(environment);
        for (var direct : direct(parsed)) {
            sources = sources.with(direct);
        }
        return file(parsed, environment).map(sources::withFile).orElse(sources);
    }

    private static void check(OptionSpec option, ParseResult parsed) {
        var name = option.longestName();
        if (!option.isMultiValue() && option.stringValues().size() > 1) {
            throw wrong(parsed, name + " stands there " + option.stringValues().size() + " times");
        }
    }

    private static ParameterException wrong(ParseResult parsed, String message) {
        return new ParameterException(parsed.commandSpec().commandLine(), message);
    }

    private static Optional<Path> file(ParseResult parsed, Map<String, String> environment) {
        return parsed.hasMatchedOption("--config")
                ? Optional.of(parsed.matchedOptionValue("--config", Path.of("")))
                : file(environment);
    }

    /** The file that the environment names. */
    static Optional<Path> file(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("LLMSIM_CONFIG"))
                .filter(name -> !name.isEmpty())
                .map(Path::of);
    }

    private static List<Sources.Direct> direct(ParseResult parsed) {
        var direct = new ArrayList<Sources.Direct>();
        for (var setting : SettingsTable.ALL) {
            setting.flag()
                    .filter(parsed::hasMatchedOption)
                    .ifPresent(flag ->
                            direct.add(Sources.Direct.flag(flag, setting.key(), parsed.matchedOptionValue(flag, ""))));
        }
        for (var pair : parsed.matchedOptionValue("--set", List.<String>of())) {
            var equals = pair.indexOf('=');
            if (equals < 1) {
                throw wrong(parsed, "--set must be KEY=VALUE, not '" + pair + "'");
            }
            var key = pair.substring(0, equals);
            direct.add(Sources.Direct.flag("--set " + key, key, pair.substring(equals + 1)));
        }
        return direct;
    }
}
