package llmsim.server.plugins;

import java.util.List;
import llmsim.api.spi.LatencyProfile;
import llmsim.api.spi.ProviderAdapter;
import llmsim.api.spi.ResponseGenerator;
import llmsim.api.spi.Store;
import llmsim.api.spi.Tokenizer;

/** Everything that was found. Immutable. */
public record Extensions(
        Registry<ResponseGenerator> generators,
        Registry<LatencyProfile> profiles,
        Registry<ProviderAdapter> providers,
        Registry<Tokenizer> tokenizers,
        Registry<Store> stores) {

    private static final String PROGRAM = "this program";

    /** These extensions and a generator more. */
    public Extensions with(ResponseGenerator generator) {
        return new Extensions(generators.with(generator, PROGRAM), profiles, providers, tokenizers, stores);
    }

    /** These extensions and a profile more. */
    public Extensions with(LatencyProfile profile) {
        return new Extensions(generators, profiles.with(profile, PROGRAM), providers, tokenizers, stores);
    }

    /** These extensions, and profiles that come from elsewhere. */
    public Extensions withProfiles(List<LatencyProfile> others, String from) {
        var all = profiles;
        for (var other : others) {
            all = all.with(other, from);
        }
        return new Extensions(generators, all, providers, tokenizers, stores);
    }

    /** These extensions and an adapter more. */
    public Extensions with(ProviderAdapter adapter) {
        return new Extensions(generators, profiles, providers.with(adapter, PROGRAM), tokenizers, stores);
    }
}
