package llmsim.engine.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import llmsim.api.model.Model;
import llmsim.api.model.Models;
import llmsim.engine.configuration.ModelSettings;

/**
 * The models of a run: all that llmsim knows, or those that the user makes available. Names are compared without case.
 * Immutable.
 */
public final class Catalogue implements Models {
    private final List<Entry> entries;
    private final Map<String, Model> byName;
    private final boolean acceptsUnknown;

    private Catalogue(List<Entry> entries, boolean acceptsUnknown) {
        this.entries = entries;
        this.byName = byName(entries);
        this.acceptsUnknown = acceptsUnknown;
    }

    /** All models that llmsim knows; any other name is accepted too. */
    public static Catalogue standard() {
        return of(ModelSettings.DEFAULT);
    }

    /**
     * The models that the user makes available, in the user's order, or all if the user names none. A name that llmsim
     * does not know becomes a model without limits.
     */
    public static Catalogue of(ModelSettings settings) {
        var all = CatalogueFile.read();
        return new Catalogue(
                settings.available().isEmpty() ? all : new Selection(all).of(settings.available()), !settings.strict());
    }

    @Override
    public Optional<Model> find(String id) {
        return Optional.ofNullable(byName.get(key(id)));
    }

    /** {@inheritDoc} A model that llmsim does not know is listed by every provider. */
    @Override
    public List<Model> ownedBy(String provider) {
        return entries.stream()
                .filter(entry -> entry.isListedBy(provider))
                .map(Entry::model)
                .toList();
    }

    /** All models, each once, in the order in which they are listed. */
    public List<Model> all() {
        return entries.stream().map(Entry::model).toList();
    }

    @Override
    public boolean acceptsUnknown() {
        return acceptsUnknown;
    }

    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Ids win over aliases. */
    static Map<String, Model> byName(List<Entry> entries) {
        var byName = new LinkedHashMap<String, Model>();
        entries.forEach(entry -> byName.putIfAbsent(key(entry.model().id()), entry.model()));
        entries.forEach(entry -> entry.aliases().forEach(alias -> byName.putIfAbsent(key(alias), entry.model())));
        return byName;
    }
}
