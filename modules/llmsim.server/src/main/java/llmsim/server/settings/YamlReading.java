package llmsim.server.settings;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads YAML from the parser's events, so that every value keeps its place, nothing is constructed, and a file cannot
 * say more than texts in lists and mappings: anchors, aliases and tags are errors, and depth is bounded.
 */
final class YamlReading {
    private static final int MAX_DEPTH = 16;

    private final String file;
    private final Parser parser;
    private final Consumer<ConfigurationError> errors;

    private YamlReading(String file, String text, Consumer<ConfigurationError> errors) {
        this.file = file;
        this.parser = new ParserImpl(new StreamReader(new StringReader(text)), new LoaderOptions());
        this.errors = errors;
    }

    /** The mapping that a text holds; an empty one for an empty text, and for a broken one after its error. */
    static Raw.Mapping read(String file, String text, Consumer<ConfigurationError> errors) {
        var empty = new Raw.Mapping(List.of(), new Origin.WholeFile(file));
        try {
            return new YamlReading(file, text, errors).document(empty);
        } catch (MarkedYAMLException e) {
            errors.accept(new ConfigurationError(place(file, e.getProblemMark()), plainly(e)));
        } catch (YAMLException e) {
            errors.accept(new ConfigurationError(empty.origin(), String.valueOf(e.getMessage())));
        }
        return empty;
    }

    private Raw.Mapping document(Raw.Mapping empty) {
        parser.getEvent();
        if (parser.checkEvent(Event.ID.StreamEnd)) {
            return empty;
        }
        parser.getEvent();
        var root = value(0);
        parser.getEvent();
        if (!parser.checkEvent(Event.ID.StreamEnd)) {
            report(parser.peekEvent(), "there must be only one document in the file");
        }
        return switch (root) {
            case Raw.Mapping mapping -> mapping;
            case Raw.Nothing _ -> empty;
            case Raw.Scalar _, Raw.Sequence _ -> {
                errors.accept(new ConfigurationError(root.origin(), "must be keys with values, not " + root.kind()));
                yield empty;
            }
        };
    }

    private Raw value(int depth) {
        var event = parser.getEvent();
        if (depth > MAX_DEPTH) {
            throw new MarkedDepth(event.getStartMark());
        }
        return switch (event) {
            case ScalarEvent scalar -> scalar(scalar);
            case SequenceStartEvent start -> sequence(start, depth);
            case MappingStartEvent start -> mapping(start, depth);
            default -> {
                report(event, event instanceof AliasEvent ? "aliases (*name) are not read" : "this cannot be read");
                yield new Raw.Nothing(place(event));
            }
        };
    }

    private Raw scalar(ScalarEvent event) {
        decorated(event, event.getAnchor(), event.getTag());
        var text = event.getValue();
        var absent = event.isPlain() && (text.isEmpty() || text.equals("~") || text.equals("null"));
        return absent ? new Raw.Nothing(place(event)) : new Raw.Scalar(text, place(event));
    }

    private Raw sequence(SequenceStartEvent start, int depth) {
        decorated(start, start.getAnchor(), start.getTag());
        var items = new ArrayList<Raw>();
        while (!(parser.peekEvent() instanceof SequenceEndEvent)) {
            items.add(value(depth + 1));
        }
        parser.getEvent();
        return new Raw.Sequence(items, place(start));
    }

    private Raw mapping(MappingStartEvent start, int depth) {
        decorated(start, start.getAnchor(), start.getTag());
        var entries = new ArrayList<Raw.Entry>();
        var seen = new HashMap<String, Origin>();
        while (!(parser.peekEvent() instanceof MappingEndEvent)) {
            var key = value(depth + 1);
            var value = value(depth + 1);
            entry(key, value, seen, entries);
        }
        parser.getEvent();
        return new Raw.Mapping(entries, place(start));
    }

    private void entry(Raw key, Raw value, Map<String, Origin> seen, List<Raw.Entry> entries) {
        if (!(key instanceof Raw.Scalar(var name, var origin))) {
            errors.accept(new ConfigurationError(key.origin(), "a key must be a name, not " + key.kind()));
            return;
        }
        var first = seen.putIfAbsent(name, origin);
        if (first != null) {
            errors.accept(new ConfigurationError(
                    origin, "'" + name + "' stands here a second time; the first is at " + first.text()));
            return;
        }
        entries.add(new Raw.Entry(name, origin, value));
    }

    private void decorated(Event event, @Nullable String anchor, @Nullable String tag) {
        if (anchor != null) {
            report(event, "anchors (&name) are not read");
        }
        if (tag != null && !tag.equals("!")) {
            report(event, "tags (!name) are not read");
        }
    }

    private void report(Event event, String message) {
        errors.accept(new ConfigurationError(place(event), message));
    }

    private Origin place(Event event) {
        return place(file, event.getStartMark());
    }

    private static Origin place(String file, @Nullable Mark mark) {
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

    /** Too deep: ends the reading of a file, because nothing behind it can be trusted to be sensible. */
    private static final class MarkedDepth extends MarkedYAMLException {
        private static final long serialVersionUID = 1L;

        MarkedDepth(Mark mark) {
            super(null, null, "nested deeper than " + MAX_DEPTH + " levels", mark);
        }
    }
}
