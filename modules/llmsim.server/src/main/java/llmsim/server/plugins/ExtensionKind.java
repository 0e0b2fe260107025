package llmsim.server.plugins;

import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import llmsim.api.settings.Settings;
import llmsim.api.spi.LatencyProfile;
import llmsim.api.spi.ProviderAdapter;
import llmsim.api.spi.ResponseGenerator;
import llmsim.api.spi.Store;
import llmsim.api.spi.Tokenizer;

/**
 * One of the extension points.
 *
 * @param word what users call it
 * @param reserved names that no extension of this kind may have
 */
record ExtensionKind<E>(
        String word,
        Class<E> type,
        Function<E, String> name,
        BiFunction<E, Settings, E> configured,
        Set<String> reserved) {

    static final ExtensionKind<ResponseGenerator> GENERATOR = new ExtensionKind<>(
            "generator", ResponseGenerator.class, ResponseGenerator::name, ResponseGenerator::configured, Set.of());

    static final ExtensionKind<LatencyProfile> PROFILE = new ExtensionKind<>(
            "latency profile", LatencyProfile.class, LatencyProfile::name, LatencyProfile::configured, Set.of());

    /** The server's own paths begin with the reserved names. */
    static final ExtensionKind<ProviderAdapter> PROVIDER = new ExtensionKind<>(
            "provider adapter",
            ProviderAdapter.class,
            ProviderAdapter::name,
            ProviderAdapter::configured,
            Set.of("health", "llmsim", "metrics"));

    static final ExtensionKind<Tokenizer> TOKENIZER =
            new ExtensionKind<>("tokenizer", Tokenizer.class, Tokenizer::name, Tokenizer::configured, Set.of());

    static final ExtensionKind<Store> STORE =
            new ExtensionKind<>("store", Store.class, Store::name, Store::configured, Set.of());

    /** A found instance under its name; {@link IllegalArgumentException} if its name cannot be one. */
    Extension<E> named(E instance, String from) {
        var given = name.apply(instance);
        if (given == null || !given.matches("[a-z0-9][a-z0-9-]{0,63}")) {
            throw new IllegalArgumentException(
                    "its name is '" + given + "', and must be lower case letters, digits and dashes");
        }
        if (reserved.contains(given)) {
            throw new IllegalArgumentException("its name is '" + given + "', which llmsim itself uses");
        }
        return new Extension<>(given, instance, from);
    }
}
