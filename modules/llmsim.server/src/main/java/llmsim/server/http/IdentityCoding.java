package llmsim.server.http;

import io.helidon.http.encoding.ContentDecoder;
import io.helidon.http.encoding.ContentEncoder;
import io.helidon.http.encoding.ContentEncoding;
import io.helidon.http.encoding.ContentEncodingContext;
import java.util.Set;

/** The one content coding that is taken, which changes nothing. Helidon by itself refuses every one. */
record IdentityCoding() implements ContentEncoding {

    /** Takes this coding alone. */
    static ContentEncodingContext only() {
        return ContentEncodingContext.builder()
                .contentEncodingsDiscoverServices(false)
                .addContentEncoding(new IdentityCoding())
                .build();
    }

    @Override
    public Set<String> ids() {
        return Set.of("identity");
    }

    @Override
    public boolean supportsEncoding() {
        return false;
    }

    @Override
    public boolean supportsDecoding() {
        return true;
    }

    @Override
    public ContentDecoder decoder() {
        return ContentDecoder.NO_OP;
    }

    @Override
    public ContentEncoder encoder() {
        return ContentEncoder.NO_OP;
    }

    @Override
    public String name() {
        return "identity";
    }

    @Override
    public String type() {
        return "identity";
    }
}
