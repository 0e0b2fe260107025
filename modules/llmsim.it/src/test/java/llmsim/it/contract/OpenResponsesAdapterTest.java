package llmsim.it.contract;

import java.util.List;
import llmsim.api.spi.ProviderAdapter;
import llmsim.openresponses.OpenResponsesAdapter;
import llmsim.testkit.contract.ProviderAdapterContract;
import llmsim.testkit.contract.Sample;

class OpenResponsesAdapterTest implements ProviderAdapterContract {
    @Override
    public ProviderAdapter adapter() {
        return new OpenResponsesAdapter();
    }

    @Override
    public List<Sample> samples() {
        return List.of(ResponsesSample.sample());
    }
}
