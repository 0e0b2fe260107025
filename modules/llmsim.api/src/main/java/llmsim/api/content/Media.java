package llmsim.api.content;

/** Where the content of an image, a sound or a file is. */
public sealed interface Media {

    /** The content itself. */
    record Inline(String mediaType, Bytes bytes) implements Media {}

    /** A link as the client wrote it: an {@code https:} or a {@code data:} URI. It is never fetched. */
    record Link(String uri) implements Media {}

    /** A file that the client uploaded before, by its id. */
    record Uploaded(String fileId) implements Media {}
}
