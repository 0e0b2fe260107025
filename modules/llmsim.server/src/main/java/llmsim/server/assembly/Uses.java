package llmsim.server.assembly;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import llmsim.engine.mock.Mock;
import llmsim.server.admin.Administered.Source;
import llmsim.server.admin.Administered.UsedMock;
import llmsim.server.admin.Administered.UsedScript;
import llmsim.server.document.Raw;
import llmsim.server.settings.MockRows;
import llmsim.server.settings.ScriptRows;
import llmsim.server.settings.Setting;

/** Which mocks and scripts there are, where they were written, and how much they were used. */
final class Uses {
    private Uses() {}

    /** In the order in which they are tried. */
    static List<UsedMock> mocks(Parts parts) {
        var sources = sources(parts.setup());
        return parts.mocks().stream()
                .flatMap(source -> source.uses().stream())
                .map(use -> new UsedMock(use.mock(), sources.getOrDefault(use.mock(), Source.FILE), use.answered()))
                .toList();
    }

    /** Those of the program come first, then those of the configuration, then those of files. */
    private static Map<Mock, Source> sources(Setup setup) {
        var sources = new IdentityHashMap<Mock, Source>();
        setup.said().brought().mocks().orElse(List.of()).forEach(mock -> sources.put(mock, Source.PROGRAM));
        var read = setup.mocksRead().mocks();
        IntStream.range(0, Math.min(read.size(), items(setup, MockRows.MOCKS).size()))
                .forEach(i -> sources.put(read.get(i), Source.CONFIGURATION));
        return sources;
    }

    static List<UsedScript> scripts(Parts parts) {
        var brought = parts.setup().said().brought();
        var inline = inline(parts.setup());
        return parts.scripts().given().entrySet().stream()
                .map(script -> {
                    var name = script.getKey();
                    var own = name.isEmpty()
                            ? brought.script().isPresent()
                            : brought.named().containsKey(name);
                    var source = own ? Source.PROGRAM : inline.contains(name) ? Source.CONFIGURATION : Source.FILE;
                    return new UsedScript(name, source, script.getValue());
                })
                .toList();
    }

    private static Set<String> inline(Setup setup) {
        var names = new HashSet<String>();
        for (var item : items(setup, ScriptRows.INLINE)) {
            names.add(item instanceof Raw.Mapping(var entries, var _) ? name(entries) : "");
        }
        return names;
    }

    private static String name(List<Raw.Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.name().equals("name"))
                .map(entry -> entry.value() instanceof Raw.Scalar(var text, var _, var _) ? text : "")
                .findFirst()
                .orElse("");
    }

    private static List<Raw> items(Setup setup, Setting<Raw> setting) {
        return setup.values().find(setting).stream()
                .flatMap(raw -> raw instanceof Raw.Sequence(var items, var _) ? items.stream() : Stream.of())
                .toList();
    }
}
