package llmsim.api.spi;

import java.util.List;
import llmsim.api.dialect.Answer;
import llmsim.api.dialect.Endpoint;
import llmsim.api.dialect.ProviderFacts;
import llmsim.api.exchange.Call;
import llmsim.api.problem.Problem;
import llmsim.api.settings.Settings;

/** Decides how it looks: a provider's API. Called by many threads at once. */
public interface ProviderAdapter {
    /** The first segment of its paths, and the name by which users choose it: lower case letters, digits and dashes. */
    String name();

    /**
     * The adapter with these settings; {@link llmsim.api.settings.SettingsException} if they are wrong or unknown. Unless
     * overridden it knows none.
     */
    default ProviderAdapter configured(Settings settings) {
        settings.only();
        return this;
    }

    /** Facts that the engine acts on. */
    ProviderFacts facts();

    /** All paths. */
    List<Endpoint> endpoints();

    /**
     * A problem as this provider says it.
     *
     * @param call the call as far as it is known
     */
    Answer explain(Problem problem, Call call);
}
