package llmsim.engine.catalogue;

import llmsim.api.model.Model.Prices;
import llmsim.api.reply.Usage;

/** What tokens cost at list prices. */
public final class ListPrice {
    private static final double NANOS_OF_MILLIONTH = 1_000;

    private ListPrice() {}

    /** In billionths of a US dollar. */
    public static long of(Prices prices, Usage usage) {
        var fresh = usage.promptTokens() - usage.cachedPromptTokens();
        return Math.round(NANOS_OF_MILLIONTH
                * (fresh * prices.input()
                        + usage.cachedPromptTokens() * prices.cacheRead()
                        + usage.completionTokens() * prices.output()));
    }
}
