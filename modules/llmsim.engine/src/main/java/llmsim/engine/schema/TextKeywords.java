package llmsim.engine.schema;

import java.util.List;
import java.util.stream.Stream;

/** Reads what a schema says of strings. */
record TextKeywords(Keywords keywords) {
    TextRules read() {
        return new TextRules(
                keywords.count("minLength").orElse(0),
                keywords.count("maxLength").orElse(Integer.MAX_VALUE),
                keywords.text("pattern").map(source -> keywords.regex(source, "pattern")).stream()
                        .toList(),
                formats());
    }

    private List<Format> formats() {
        var names = Stream.of("format", "contentEncoding").flatMap(name -> keywords.text(name).stream());
        return names.flatMap(name -> Formats.named(name).stream()).distinct().toList();
    }
}
