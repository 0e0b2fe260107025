package llmsim.server.mock;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import llmsim.engine.latency.ProfileTable;
import llmsim.engine.match.Match;
import llmsim.engine.mock.Mock;
import llmsim.engine.mock.Mocks;
import llmsim.engine.mock.Mocks.OnNoMatch;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.Document;
import llmsim.server.document.Fields;
import llmsim.server.document.Limits;
import llmsim.server.document.Raw;
import llmsim.server.match.MatchReading;
import llmsim.server.script.PaceReading;

/**
 * Reads mocks from JSON or YAML. Whatever is wrong is told with its place; what is read then is incomplete.
 *
 * @param profiles the latency profiles that mocks may name
 */
public record MockReading(ProfileTable profiles, Generators generators) {
    private static final List<String> KEYS = List.of("name", "match", "response", "priority", "latency");
    private static final List<String> ENDS = List.of("generate", "error");
    private static final int GREATEST_PRIORITY = 1_000_000;

    /** The mocks in a file: {@code {mocks: [...], on_no_match: ...}}, or the list alone. */
    public MockSet read(Path file, Consumer<ConfigurationError> errors) {
        return Document.read(file, Limits.DATA, errors)
                .map(root -> document(root, file, errors))
                .orElseGet(() -> new MockSet(List.of(), Optional.empty(), List.of(file)));
    }

    /** The same in a text; {@code file} names it in errors. */
    public MockSet parse(Path file, String text, Consumer<ConfigurationError> errors) {
        return Document.parse(file.toString(), text, Limits.DATA, errors)
                .map(root -> document(root, file, errors))
                .orElse(MockSet.NONE);
    }

    private MockSet document(Raw root, Path file, Consumer<ConfigurationError> errors) {
        if (root instanceof Raw.Sequence) {
            return list(root, file, errors);
        }
        var fields = Fields.of("", root, errors);
        fields.allow(List.of("mocks", "on_no_match"));
        var end = fields.choice("on_no_match", ENDS).map(name -> OnNoMatch.valueOf(name.toUpperCase(Locale.ROOT)));
        var listed = fields.require("mocks").map(raw -> list(raw, file, errors)).orElse(MockSet.NONE);
        return new MockSet(
                listed.mocks(),
                end,
                Stream.concat(Stream.of(file), listed.files().stream())
                        .distinct()
                        .toList());
    }

    /**
     * A list of mocks.
     *
     * @param file whose folder names of other files are relative to
     */
    public MockSet list(Raw raw, Path file, Consumer<ConfigurationError> errors) {
        if (!(raw instanceof Raw.Sequence(var items, var origin))) {
            errors.accept(new ConfigurationError(raw.origin(), "mocks must be a list, not " + raw.kind()));
            return MockSet.NONE;
        }
        if (items.size() > Mocks.MOST) {
            errors.accept(
                    new ConfigurationError(origin, "mocks must be at most " + Mocks.MOST + ", not " + items.size()));
            return MockSet.NONE;
        }
        var files = new ArrayList<Path>();
        var texts = new TextFiles(file, files::add);
        var mocks = IntStream.range(0, items.size())
                .mapToObj(i -> mock("mocks[" + i + "]", items.get(i), texts, errors))
                .flatMap(Optional::stream)
                .toList();
        return new MockSet(
                mocks,
                Optional.empty(),
                Stream.concat(Stream.of(file), files.stream()).toList());
    }

    private Optional<Mock> mock(String path, Raw raw, TextFiles texts, Consumer<ConfigurationError> errors) {
        var fields = Fields.of(path, raw, errors);
        fields.allow(KEYS);
        var match = fields.find("match")
                .map(said -> new MatchReading(errors).match(fields.path("match"), said))
                .orElse(Match.ANY);
        var reading = new ResponseReading(match, generators, texts, errors);
        var response = fields.require("response").flatMap(said -> reading.response(fields.path("response"), said));
        var priority = fields.integer("priority", -GREATEST_PRIORITY, GREATEST_PRIORITY)
                .orElse(0);
        var name = fields.has("name") ? fields.requireName("name") : Optional.<String>empty();
        var pace = fields.find("latency")
                .flatMap(said -> new PaceReading(profiles, errors).pace(fields.path("latency"), said));
        return response.map(said -> new Mock(match, said, priority, name, pace));
    }
}
