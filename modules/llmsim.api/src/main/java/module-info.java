/**
 * The provider-neutral model of an exchange, and the extension points.
 *
 * <p>Everything else in llmsim points at this module: a dialect turns a provider's request into a
 * {@link llmsim.api.prompt.SimRequest}, the engine answers it with a {@link llmsim.api.reply.Reply} and plays that as
 * {@link llmsim.api.reply.ReplyEvent}s against a {@link llmsim.api.time.Clock}, and the dialect renders the events as
 * frames. The packages, in the order of a request: {@code exchange}, {@code prompt}, {@code problem}, {@code reply},
 * {@code time}; what the engine offers on the way: {@code model}, {@code token}, {@code state}; what can be added from
 * outside: {@code spi}.
 */
@org.jspecify.annotations.NullMarked
module llmsim.api {
    requires transitive tools.jackson.databind;
    requires static transitive org.jspecify;

    exports llmsim.api.content;
    exports llmsim.api.dialect;
    exports llmsim.api.exchange;
    exports llmsim.api.json;
    exports llmsim.api.model;
    exports llmsim.api.problem;
    exports llmsim.api.prompt;
    exports llmsim.api.render;
    exports llmsim.api.reply;
    exports llmsim.api.settings;
    exports llmsim.api.spi;
    exports llmsim.api.state;
    exports llmsim.api.time;
    exports llmsim.api.token;

    uses llmsim.api.spi.LatencyProfile;
    uses llmsim.api.spi.ProviderAdapter;
    uses llmsim.api.spi.ResponseGenerator;
    uses llmsim.api.spi.Store;
    uses llmsim.api.spi.Tokenizer;
}
