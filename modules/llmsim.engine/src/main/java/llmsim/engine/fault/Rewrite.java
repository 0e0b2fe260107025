package llmsim.engine.fault;

import java.io.IOException;
import java.util.Optional;

/**
 * Changes the bytes of frames.
 *
 * @param always whether of all frames, or of the first for which there is a change
 */
record Rewrite(Change change, boolean always) implements Way {
    /** Changes a frame. */
    @FunctionalInterface
    interface Change {
        /** The changed bytes; empty if this frame cannot be changed so. */
        Optional<byte[]> of(Frame frame);
    }

    @Override
    public boolean frame(Frame frame, Wire wire) throws IOException {
        var changed = change.of(frame);
        if (changed.isEmpty()) {
            wire.pass(frame);
            return true;
        }
        wire.happens();
        wire.write(changed.get());
        return always;
    }
}
