package llmsim.server.http;

import io.helidon.http.Headers;
import io.helidon.http.encoding.ContentDecoder;
import io.helidon.http.encoding.ContentEncoder;
import io.helidon.http.encoding.ContentEncodingContext;
import io.helidon.http.encoding.ContentEncodingContextConfig;

/** Takes one content coding alone, in capitals too: the one that changes nothing. Helidon by itself refuses every one. */
record IdentityCoding(ContentEncodingContextConfig prototype) implements ContentEncodingContext {

    static IdentityCoding only() {
        return new IdentityCoding(ContentEncodingContext.builder()
                .contentEncodingsDiscoverServices(false)
                .buildPrototype());
    }

    @Override
    public boolean contentEncodingEnabled() {
        return false;
    }

    @Override
    public boolean contentDecodingEnabled() {
        return true;
    }

    @Override
    public boolean contentEncodingSupported(String coding) {
        return coding.equalsIgnoreCase("identity");
    }

    @Override
    public boolean contentDecodingSupported(String coding) {
        return coding.equalsIgnoreCase("identity");
    }

    @Override
    public ContentEncoder encoder(String coding) {
        return ContentEncoder.NO_OP;
    }

    @Override
    public ContentDecoder decoder(String coding) {
        return ContentDecoder.NO_OP;
    }

    @Override
    public ContentEncoder encoder(Headers headers) {
        return ContentEncoder.NO_OP;
    }
}
