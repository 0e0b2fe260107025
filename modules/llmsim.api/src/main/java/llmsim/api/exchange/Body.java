package llmsim.api.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import llmsim.api.content.Bytes;

/** What a call carries. */
public sealed interface Body {
    /** Nothing. */
    Body EMPTY = new Empty();

    /** Nothing. */
    record Empty() implements Body {}

    /**
     * Bytes of one media type: JSON, text, anything. A message of a WebSocket is one too.
     *
     * @param mediaType as the client wrote it; empty if it did not say
     */
    record Raw(String mediaType, Bytes bytes) implements Body {}

    /** A form with files. The files are on disk only as long as the call is handled. */
    record Multipart(Map<String, List<String>> fields, List<FilePart> files) implements Body {
        public Multipart {
            fields = Map.copyOf(fields);
            files = List.copyOf(files);
        }
    }

    /** An uploaded file. */
    record FilePart(String field, Optional<String> fileName, String mediaType, long length, Content content) {}

    /** Opens a file's content, as often as wanted. */
    @FunctionalInterface
    interface Content {
        /** A new stream over the content; the caller closes it. */
        InputStream open() throws IOException;
    }
}
