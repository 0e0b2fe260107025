package llmsim.server.mock;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import llmsim.engine.mock.Mocks;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.Origin;
import llmsim.server.document.Raw;
import llmsim.server.settings.MockRows;
import llmsim.server.settings.Values;

/** Reads all mocks that the settings name, as often as wanted. Whatever is wrong is told with its place. */
public record MockLoading(MockReading reading) {

    /** The mocks as their files are now. */
    public MockSet load(Values values, Consumer<ConfigurationError> errors) {
        var said = new MockSet(List.of(), values.find(MockRows.ON_NO_MATCH), List.of());
        var written =
                values.find(MockRows.MOCKS).map(raw -> written(raw, errors)).orElse(MockSet.NONE);
        var file = values.find(MockRows.FILE)
                .map(path -> reading.read(path, errors))
                .orElse(MockSet.NONE);
        var all = said.and(written).and(file);
        if (all.mocks().size() > Mocks.MOST) {
            errors.accept(new ConfigurationError(
                    values.origin(MockRows.FILE),
                    "there must be at most " + Mocks.MOST + " mocks, not "
                            + all.mocks().size()));
            return MockSet.NONE;
        }
        return all;
    }

    /** A configuration is read once, so a change of it is none of the mocks'. */
    private MockSet written(Raw raw, Consumer<ConfigurationError> errors) {
        var file = raw.origin() instanceof Origin.File(var name, var _, var _) ? Path.of(name) : Path.of("llmsim.yaml");
        var set = reading.list(raw, file, errors);
        return new MockSet(
                set.mocks(),
                Optional.empty(),
                set.files().stream().filter(other -> !other.equals(file)).toList());
    }
}
