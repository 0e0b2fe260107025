package llmsim.engine.play;

import llmsim.api.content.Bytes;
import llmsim.api.content.Media;
import llmsim.api.content.Part;

/** A sound in the chunks in which it is streamed; each counts as one token. One that is only linked has none. */
record Sound(Part.Audio part) {
    private static final int CHUNK_BYTES = 4096;

    Bytes bytes() {
        return part.media() instanceof Media.Inline inline ? inline.bytes() : Bytes.empty();
    }

    int tokens() {
        return Math.ceilDiv(bytes().length(), CHUNK_BYTES);
    }

    Bytes chunk(int index) {
        return bytes().slice(index * CHUNK_BYTES, Math.min(bytes().length(), (index + 1) * CHUNK_BYTES));
    }

    /** The beginning of the sound. */
    Part.Audio first(int chunks) {
        return part.media() instanceof Media.Inline(var type, var all) && chunks < tokens()
                ? new Part.Audio(new Media.Inline(type, all.slice(0, chunks * CHUNK_BYTES)), part.transcript())
                : part;
    }
}
