package llmsim.server.admin;

import java.util.List;
import java.util.Map;
import java.util.Set;
import llmsim.engine.Resettable;
import llmsim.engine.mock.MockSource;
import llmsim.server.document.ConfigurationException;
import llmsim.server.document.Raw;
import llmsim.server.settings.Values;

/** A simulator, as far as its administration is concerned. Thread-safe. */
public interface Administered {
    /** The settings in force. */
    Values values();

    /** {@link ConfigurationException} with all that is wrong, if anything is; then nothing has changed. */
    void change(Raw.Mapping change);

    /** How often each mock has answered, in the order in which they are tried. */
    List<MockSource.Use> mockUses();

    /** How far each script is; that for requests that name none is called by an empty text. */
    Map<String, Long> scriptsGiven();

    /** {@link IllegalStateException} if the store cannot forget; then nothing begins anew. */
    void reset(Set<Resettable> what);

    /** Admits nothing any more, or again. */
    void drain(boolean draining);

    /** Whether nothing is admitted any more. */
    boolean draining();

    /** Requests under way. */
    long underWay();
}
