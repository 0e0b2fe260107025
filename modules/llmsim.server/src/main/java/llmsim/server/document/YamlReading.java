package llmsim.server.document;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads YAML from the parser's events, so that every value keeps its place, nothing is constructed, and a file cannot
 * say more than texts in lists and mappings: tags are errors, and so are anchors and aliases where the limits say so.
 */
final class YamlReading {
    private final String file;
    private final String text;
    private final Limits limits;
    private final Budget budget;
    private final Consumer<ConfigurationError> errors;
    private final Map<String, Raw> anchors = new HashMap<>();

    YamlReading(String file, String text, Limits limits, Consumer<ConfigurationError> errors) {
        this.file = file;
        this.text = text;
        this.limits = limits;
        this.budget = new Budget(limits);
        this.errors = errors;
    }

    /** The one value of a text; empty if there is none. */
    Optional<Raw> document() {
        try {
            return document(parser());
        } catch (MarkedYAMLException e) {
            throw new BrokenDocument(place(e.getProblemMark()), plainly(e));
        } catch (BrokenDocument e) {
            throw e;
        } catch (RuntimeException e) {
            // The parser's own checks are not complete: some broken texts end in exceptions of other kinds.
            throw new BrokenDocument(new Origin.WholeFile(file), "not valid YAML: " + e.getMessage());
        }
    }

    private Parser parser() {
        var options = new LoaderOptions();
        options.setCodePointLimit(limits.bytes());
        return new ParserImpl(new StreamReader(new StringReader(text)), options);
    }

    private Optional<Raw> document(Parser parser) {
        parser.getEvent();
        if (parser.checkEvent(Event.ID.StreamEnd)) {
            return Optional.empty();
        }
        parser.getEvent();
        var root = value(parser, 0);
        parser.getEvent();
        if (!parser.checkEvent(Event.ID.StreamEnd)) {
            report(parser.peekEvent(), "there must be only one document in the file");
        }
        return Optional.of(root);
    }

    private Raw value(Parser parser, int depth) {
        var event = parser.getEvent();
        budget.take(depth, place(event));
        return switch (event) {
            case ScalarEvent scalar -> anchored(scalar, scalar.getTag(), scalar(scalar));
            case SequenceStartEvent start -> anchored(start, start.getTag(), sequence(parser, start, depth));
            case MappingStartEvent start -> anchored(start, start.getTag(), mapping(parser, start, depth));
            case AliasEvent alias -> repeated(alias, depth);
            default -> throw new BrokenDocument(place(event), "this cannot be read");
        };
    }

    private Raw scalar(ScalarEvent event) {
        var origin = place(event);
        var value = Texts.whole(event.getValue(), origin);
        var absent = event.isPlain() && (value.isEmpty() || value.equals("~") || value.equals("null"));
        return absent ? new Raw.Nothing(origin) : new Raw.Scalar(value, !event.isPlain(), origin);
    }

    private Raw sequence(Parser parser, Event start, int depth) {
        var items = new ArrayList<Raw>();
        while (!(parser.peekEvent() instanceof SequenceEndEvent)) {
            items.add(value(parser, depth + 1));
        }
        parser.getEvent();
        return new Raw.Sequence(items, place(start));
    }

    private Raw mapping(Parser parser, Event start, int depth) {
        var entries = new Entries(errors);
        while (!(parser.peekEvent() instanceof MappingEndEvent)) {
            var key = value(parser, depth + 1);
            var value = value(parser, depth + 1);
            if (key instanceof Raw.Scalar(var name, var _, var origin)) {
                entries.add(name, origin, value);
            } else {
                errors.accept(new ConfigurationError(key.origin(), "a key must be a name, not " + key.kind()));
            }
        }
        parser.getEvent();
        return entries.mapping(place(start));
    }

    private Raw anchored(NodeEvent event, @Nullable String tag, Raw value) {
        if (tag != null && !tag.equals("!")) {
            report(event, "tags (!name) are not read");
        }
        if (event.getAnchor() != null) {
            anchors.put(event.getAnchor(), value);
            if (!limits.aliases()) {
                report(event, "anchors (&name) are not read");
            }
        }
        return value;
    }

    private Raw repeated(AliasEvent alias, int depth) {
        if (!limits.aliases()) {
            report(alias, "aliases (*name) are not read");
            return new Raw.Nothing(place(alias));
        }
        var value = anchors.get(alias.getAnchor());
        if (value == null) {
            throw new BrokenDocument(place(alias), "no value before this one has the anchor &" + alias.getAnchor());
        }
        budget.takeAgain(value, depth, place(alias));
        return value;
    }

    private void report(Event event, String message) {
        errors.accept(new ConfigurationError(place(event), message));
    }

    private Origin place(Event event) {
        return place(event.getStartMark());
    }

    private Origin place(@Nullable Mark mark) {
        return mark == null
                ? new Origin.WholeFile(file)
                : new Origin.File(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static String plainly(MarkedYAMLException e) {
        var problem = String.valueOf(e.getProblem());
        return problem.contains("\\t(TAB)")
                ? "a tab stands here; YAML is indented with blanks"
                : "not valid YAML: " + problem;
    }
}
