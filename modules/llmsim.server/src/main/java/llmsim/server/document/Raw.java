package llmsim.server.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** A value as it was written, not yet read, with its origin. */
public sealed interface Raw {
    /** Where it was written. */
    Origin origin();

    /** What it is, for errors. */
    String kind();

    /**
     * One text, number or word.
     *
     * @param quoted whether it was marked as a text, so that {@code "1"} is no number
     */
    record Scalar(String text, boolean quoted, Origin origin) implements Raw {
        /** A value that was written without quotes. */
        public Scalar(String text, Origin origin) {
            this(text, false, origin);
        }

        @Override
        public String kind() {
            return "'" + shortened() + "'";
        }

        private String shortened() {
            var line = text.replaceAll("\\p{Cntrl}+", " ");
            return line.length() <= 60 ? line : line.substring(0, 57) + "...";
        }
    }

    /** No value at all: a key with nothing behind it. */
    record Nothing(Origin origin) implements Raw {
        @Override
        public String kind() {
            return "nothing";
        }
    }

    /** A list. */
    record Sequence(List<Raw> items, Origin origin) implements Raw {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /** Names with values, in their order; no name stands twice. */
    record Mapping(List<Entry> entries, Origin origin) implements Raw {
        public Mapping {
            entries = List.copyOf(entries);
        }

        @Override
        public String kind() {
            return "a mapping";
        }

        /** The same as a part of a change; keys that are longer than 100 characters are shortened in paths. */
        public Mapping changed(String path) {
            return new Mapping(
                    entries.stream()
                            .map(entry -> entry.changed(path.isEmpty() ? "" : path + "."))
                            .toList(),
                    new Origin.Changed(path));
        }

        /** These entries with others laid over them: mappings are merged, everything else is replaced. */
        public Mapping overlaidBy(Mapping upper) {
            var merged = new LinkedHashMap<String, Entry>();
            entries.forEach(entry -> merged.put(entry.name(), entry));
            upper.entries.forEach(entry -> merged.merge(entry.name(), entry, Entry::overlaidBy));
            return new Mapping(new ArrayList<>(merged.values()), upper.origin);
        }
    }

    /** A name, the place where it was written, and its value. */
    record Entry(String name, Origin origin, Raw value) {
        Entry changed(String before) {
            var path = before + (name.length() <= 100 ? name : name.substring(0, 97) + "...");
            return new Entry(name, new Origin.Changed(path), Raw.changed(value, path));
        }

        Entry overlaidBy(Entry upper) {
            return new Entry(name, upper.origin, Raw.overlay(value, upper.value));
        }
    }

    /**
     * The same as a part of a change.
     *
     * @param path of this value; its parts have theirs
     */
    static Raw changed(Raw raw, String path) {
        var origin = new Origin.Changed(path);
        return switch (raw) {
            case Scalar(var text, var quoted, var _) -> new Scalar(text, quoted, origin);
            case Nothing _ -> new Nothing(origin);
            case Sequence(var items, var _) -> {
                var moved = new ArrayList<Raw>();
                items.forEach(item -> moved.add(changed(item, path + "[" + moved.size() + "]")));
                yield new Sequence(moved, origin);
            }
            case Mapping mapping -> mapping.changed(path);
        };
    }

    /** One value laid over another: mappings are merged, everything else is replaced. */
    static Raw overlay(Raw lower, Raw upper) {
        return lower instanceof Mapping below && upper instanceof Mapping above ? below.overlaidBy(above) : upper;
    }
}
