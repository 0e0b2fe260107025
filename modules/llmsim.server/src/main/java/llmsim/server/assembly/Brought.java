package llmsim.server.assembly;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import llmsim.engine.incident.Timeline;
import llmsim.engine.mock.Mock;
import llmsim.engine.mock.Mocks.OnNoMatch;
import llmsim.engine.script.Script;
import llmsim.engine.script.Scripts;
import llmsim.server.mock.MockSet;
import llmsim.server.plugins.Extensions;

/**
 * What a program brings of its own, as objects, beside what settings say. Immutable.
 *
 * @param extensions each adds one
 * @param mocks tried before those of settings; empty for none
 * @param script for requests that name none; it goes before that of the settings
 * @param named scripts likewise
 * @param incidents in place of those of the settings
 * @param usual what becomes of a request that no mock fits, where settings say nothing
 */
public record Brought(
        List<UnaryOperator<Extensions>> extensions,
        Optional<List<Mock>> mocks,
        Optional<Script> script,
        Map<String, Script> named,
        Optional<Timeline> incidents,
        OnNoMatch usual) {
    /** Nothing. */
    public static final Brought NOTHING =
            new Brought(List.of(), Optional.empty(), Optional.empty(), Map.of(), Optional.empty(), OnNoMatch.GENERATE);

    public Brought {
        extensions = List.copyOf(extensions);
        mocks = mocks.map(List::copyOf);
        named = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(named));
    }

    /** An extension. */
    static Brought adding(UnaryOperator<Extensions> extension) {
        return new Brought(
                List.of(extension), Optional.empty(), Optional.empty(), Map.of(), Optional.empty(), OnNoMatch.GENERATE);
    }

    /** The same, where a request that no mock fits usually ends so. */
    public Brought withUsual(OnNoMatch other) {
        return new Brought(extensions, mocks, script, named, incidents, other);
    }

    /** What a program brings later goes before; its extensions are those of the start. */
    Brought and(Brought later) {
        var scripts = new LinkedHashMap<>(named);
        scripts.putAll(later.named);
        return new Brought(
                extensions,
                later.mocks.or(() -> mocks),
                later.script.or(() -> script),
                scripts,
                later.incidents.or(() -> incidents),
                usual);
    }

    Extensions addTo(Extensions found) {
        var all = found;
        for (var extension : extensions) {
            all = extension.apply(all);
        }
        return all;
    }

    Scripts over(Scripts read) {
        var all = new LinkedHashMap<>(read.named());
        all.putAll(named);
        return new Scripts(script.or(read::usual), all, read.sessions());
    }

    MockSet over(MockSet read) {
        return read.behind(mocks.orElse(List.of())).orElse(usual);
    }

    /** The same without what a change of settings wants to be otherwise. */
    Brought withoutIncidents() {
        return new Brought(extensions, mocks, script, named, Optional.empty(), usual);
    }
}
