package llmsim.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import llmsim.api.model.Model;
import llmsim.api.settings.NearMiss;
import llmsim.engine.catalogue.Catalogue;
import llmsim.server.assembly.Setup;
import llmsim.server.assembly.Simulated;
import llmsim.server.settings.Sources;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import tools.jackson.databind.json.JsonMapper;

/** {@code llmsim models}. */
record ModelsCommand(Console console) implements Command {
    @Override
    public CommandSpec describe() {
        var spec = named(
                        "models",
                        "Show the models of the catalogue. Other names are served too, unless models.strict is set.")
                .addOption(OptionSpec.builder("-p", "--provider")
                        .paramLabel("PROVIDER")
                        .type(String.class)
                        .description("Only the models of this provider.")
                        .build())
                .addOption(OptionSpec.builder("--json")
                        .description("As a JSON array.")
                        .build());
        return spec;
    }

    @Override
    public int run(ParseResult parsed) {
        var setup = Setup.of(Sources.NONE.withEnvironment(console.environment()), UnaryOperator.identity());
        var catalogue = Simulated.models(setup);
        var models = parsed.hasMatchedOption("--provider")
                ? listedBy(parsed.matchedOptionValue("--provider", ""), catalogue, parsed)
                : catalogue.all();
        if (parsed.hasMatchedOption("--json")) {
            console.say(JsonMapper.shared()
                    .writeValueAsString(models.stream().map(ModelsCommand::json).toList()));
        } else {
            new Columns(rows(models)).lines().forEach(console::say);
        }
        return ExitCode.OK;
    }

    private static List<Model> listedBy(String provider, Catalogue catalogue, ParseResult parsed) {
        var models = catalogue.ownedBy(provider);
        if (models.isEmpty()) {
            var providers = catalogue.all().stream()
                    .map(Model::ownedBy)
                    .distinct()
                    .sorted()
                    .toList();
            throw new ParameterException(
                    parsed.commandSpec().commandLine(),
                    "no model is listed by '" + provider + "'" + NearMiss.hint(provider, providers));
        }
        return models;
    }

    private static List<List<String>> rows(List<Model> models) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("MODEL", "PROVIDER", "CONTEXT", "OUTPUT", "TAKES", "THINKS"));
        models.forEach(model -> rows.add(List.of(
                model.id(),
                model.ownedBy(),
                tokens(model.contextWindow()),
                tokens(model.maxOutputTokens()),
                String.join(",", model.input().stream().sorted().toList()),
                model.reasoning() ? "yes" : "no")));
        return rows;
    }

    private static String tokens(int count) {
        return count == 0 ? "-" : String.valueOf(count);
    }

    private static Map<String, Object> json(Model model) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", model.id());
        json.put("name", model.name());
        json.put("provider", model.ownedBy());
        json.put("context_window", model.contextWindow());
        json.put("max_output_tokens", model.maxOutputTokens());
        json.put("input", model.input().stream().sorted().toList());
        json.put("output", model.output().stream().sorted().toList());
        json.put("reasoning", model.reasoning());
        return json;
    }
}
