import org.jspecify.annotations.NullMarked;

/**
 * Speaks Open Responses, and holds the Responses API that OpenAI has in common with it.
 *
 * @provides llmsim.api.spi.ProviderAdapter the adapter {@code openresponses}
 */
@NullMarked
@SuppressWarnings("module") // llmsim.openai is compiled later
module llmsim.openresponses {
    requires static transitive org.jspecify;
    requires transitive llmsim.api;

    exports llmsim.openresponses to
            llmsim.openai;
    exports llmsim.openresponses.facts to
            llmsim.openai;
    exports llmsim.openresponses.paging to
            llmsim.openai;

    opens llmsim.openresponses.paging to
            tools.jackson.databind;
    opens llmsim.openresponses.wire to
            tools.jackson.databind;

    provides llmsim.api.spi.ProviderAdapter with
            llmsim.openresponses.OpenResponsesAdapter;
}
