package llmsim.engine.flow;

import java.util.Optional;
import llmsim.api.render.Opening;

/** Whoever watches over a play from outside. Thread-safe. */
interface Supervision {
    /** Nobody. */
    Supervision NONE = new Supervision() {
        @Override
        public void begun(Optional<Opening> opening) {}

        @Override
        public boolean calledOff() {
            return false;
        }
    };

    /** The answer begins; without an opening if it is no reply. */
    void begun(Optional<Opening> opening);

    /** Whether the play was cancelled because somebody called it off. */
    boolean calledOff();
}
