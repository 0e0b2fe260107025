import org.jspecify.annotations.NullMarked;

/**
 * Counts tokens, and cuts texts into them, by the byte pair vocabularies of OpenAI.
 *
 * @provides llmsim.api.spi.Tokenizer named {@code jtokkit}
 */
@NullMarked
module llmsim.tokens {
    requires static transitive org.jspecify;
    requires transitive llmsim.api;
    requires llmsim.jtokkit;

    exports llmsim.tokens;

    provides llmsim.api.spi.Tokenizer with
            llmsim.tokens.JtokkitTokenizer;
}
