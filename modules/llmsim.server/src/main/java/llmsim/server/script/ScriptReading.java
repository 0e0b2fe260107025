package llmsim.server.script;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import llmsim.engine.latency.ProfileTable;
import llmsim.engine.script.OnExhausted;
import llmsim.engine.script.Script;
import llmsim.engine.script.Turn;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.Document;
import llmsim.server.document.Fields;
import llmsim.server.document.Limits;
import llmsim.server.document.Origin;
import llmsim.server.document.Raw;

/**
 * Reads scripts from JSON or YAML. Whatever is wrong is told with its place; there is a script only if nothing is.
 *
 * @param profiles the latency profiles that turns may name
 */
public record ScriptReading(ProfileTable profiles) {
    private static final List<String> ENDS =
            Stream.of(OnExhausted.values()).map(OnExhausted::written).toList();

    /** The script in a file. */
    public Optional<Script> read(Path file, Consumer<ConfigurationError> errors) {
        var found = new ArrayList<ConfigurationError>();
        var root = Document.read(file, Limits.DATA, found::add);
        return script(file.toString(), root, found, errors);
    }

    /** The script in a text; {@code file} names it in errors. */
    public Optional<Script> parse(String file, String text, Consumer<ConfigurationError> errors) {
        var found = new ArrayList<ConfigurationError>();
        var root = Document.parse(file, text, Limits.DATA, found::add);
        return script(file, root, found, errors);
    }

    private Optional<Script> script(
            String file, Optional<Raw> root, List<ConfigurationError> found, Consumer<ConfigurationError> errors) {
        if (root.isEmpty() && found.isEmpty()) {
            found.add(new ConfigurationError(new Origin.WholeFile(file), "the file is empty; it must have turns"));
        }
        var script = root.flatMap(raw -> script("", raw, List.of(), found));
        found.forEach(errors);
        return script;
    }

    /**
     * A script within something else.
     *
     * @param path how errors name it
     * @param others keys that may stand beside those of a script
     */
    Optional<Script> script(String path, Raw root, List<String> others, List<ConfigurationError> found) {
        var before = found.size();
        var fields = Fields.of(path, root, found::add);
        fields.allow(Stream.concat(Stream.of("on_exhausted", "turns"), others.stream())
                .toList());
        var end = fields.choice("on_exhausted", ENDS).map(OnExhausted::of).orElse(OnExhausted.REPEAT_LAST);
        var turns = turns(fields.path("turns"), fields.requireItems("turns"), found);
        return found.size() == before ? Optional.of(new Script(end, turns)) : Optional.empty();
    }

    private List<Turn> turns(String path, List<Raw> items, List<ConfigurationError> found) {
        var reading = new TurnReading(profiles, found::add);
        return IntStream.range(0, items.size())
                .mapToObj(i -> reading.turn(path + "[" + i + "]", items.get(i)))
                .flatMap(Optional::stream)
                .toList();
    }
}
