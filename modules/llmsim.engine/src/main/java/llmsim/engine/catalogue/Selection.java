package llmsim.engine.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Picks the entries that a user makes available by names of any kind: ids, aliases, unknown ones. */
final class Selection {
    private final Map<String, Entry> byId = new LinkedHashMap<>();
    private final Map<String, Entry> byAlias = new LinkedHashMap<>();

    Selection(List<Entry> all) {
        for (var entry : all) {
            byId.put(Catalogue.key(entry.model().id()), entry);
            entry.aliases().forEach(alias -> byAlias.put(Catalogue.key(alias), entry));
        }
    }

    /** One entry a name, in this order; a name that comes twice counts once. */
    List<Entry> of(List<String> names) {
        var picked = new LinkedHashMap<String, Entry>();
        names.forEach(name -> picked.putIfAbsent(Catalogue.key(name), pick(name)));
        return List.copyOf(picked.values());
    }

    private Entry pick(String name) {
        var key = Catalogue.key(name);
        var same = byId.get(key);
        if (same != null) {
            return same;
        }
        var other = byAlias.get(key);
        return other == null ? Entry.unknown(name) : other.renamed(name);
    }
}
