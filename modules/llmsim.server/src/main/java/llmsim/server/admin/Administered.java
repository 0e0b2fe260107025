package llmsim.server.admin;

import java.util.List;
import java.util.Map;
import java.util.Set;
import llmsim.engine.Resettable;
import llmsim.engine.mock.Mock;
import llmsim.server.document.ConfigurationException;
import llmsim.server.document.Raw;
import llmsim.server.settings.Values;

/** A simulator, as far as its administration is concerned. Thread-safe. */
public interface Administered {
    /** The settings in force. */
    Values values();

    /** {@link ConfigurationException} with all that is wrong, if anything is; then nothing has changed. */
    void change(Raw.Mapping change);

    /** Right values of settings by their keys, as far as they can be listed. */
    Map<String, List<String>> choices();

    /** All mocks, in the order in which they are tried. */
    List<UsedMock> mocks();

    /** All scripts. */
    List<UsedScript> scripts();

    /** Where something was written: {@code program}, {@code configuration} or {@code file}. */
    enum Source {
        PROGRAM,
        CONFIGURATION,
        FILE
    }

    /** A mock, and how often it has answered. */
    record UsedMock(Mock mock, Source source, long answered) {}

    /**
     * A script, and how many turns were given to requests without a session.
     *
     * @param name empty for the one of requests that name none
     */
    record UsedScript(String name, Source source, long given) {}

    /** {@link IllegalStateException} if the store cannot forget; then nothing begins anew. */
    void reset(Set<Resettable> what);

    /** Admits nothing any more, or again. */
    void drain(boolean draining);

    /** Whether nothing is admitted any more. */
    boolean draining();

    /** Requests under way. */
    long underWay();
}
