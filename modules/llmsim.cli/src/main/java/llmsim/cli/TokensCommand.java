package llmsim.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import llmsim.server.assembly.Setup;
import llmsim.server.assembly.Simulated;
import llmsim.server.settings.Sources;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code llmsim tokens}. */
record TokensCommand(Console console) implements Command {
    @Override
    public CommandSpec describe() {
        var spec = named(
                        "tokens",
                        "Count the tokens of a text for a model. The text is what stands here, a file, or the input.")
                .addOption(OptionSpec.builder("-m", "--model")
                        .paramLabel("MODEL")
                        .type(String.class)
                        .required(true)
                        .description("The model that reads the text.")
                        .build())
                .addOption(OptionSpec.builder("-f", "--file")
                        .paramLabel("FILE")
                        .type(Path.class)
                        .description("File with the text, in UTF-8.")
                        .build())
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("TEXT")
                        .arity("0..*")
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .description("The text; several words are joined by blanks.")
                        .build());
        spec.usageMessage()
                .footerHeading("%nExamples:%n")
                .footer("  llmsim tokens --model gpt-5 'Hello, world'", "  llmsim tokens --model gpt-4 < prompt.txt");
        return spec;
    }

    @Override
    public int run(ParseResult parsed) {
        var model = parsed.matchedOptionValue("--model", "");
        var text = text(parsed);
        var setup = Setup.of(Sources.NONE, UnaryOperator.identity());
        var encoding = Simulated.tokenizer(setup).encodingFor(model);
        var count = encoding.count(text);
        console.say(count + (count == 1 ? " token" : " tokens") + " for " + model + " (" + encoding.name() + ")");
        return ExitCode.OK;
    }

    private String text(ParseResult parsed) {
        try {
            var words = parsed.matchedPositionalValue(0, List.<String>of());
            if (!words.isEmpty()) {
                return String.join(" ", words);
            }
            return parsed.hasMatchedOption("--file")
                    ? Files.readString(parsed.matchedOptionValue("--file", Path.of("")))
                    : new String(console.in().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new FailedException("the text cannot be read: " + reason(e), e);
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "there is no file " + e.getMessage();
            case CharacterCodingException _ -> "it is not UTF-8";
            default -> String.valueOf(e.getMessage());
        };
    }
}
