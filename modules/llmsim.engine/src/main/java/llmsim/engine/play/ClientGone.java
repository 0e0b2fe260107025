package llmsim.engine.play;

import java.io.IOException;

/** Takes the news that the client is gone past a renderer, which knows nothing of clients. */
final class ClientGone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ClientGone(IOException cause) {
        super(cause.getMessage(), cause, false, false);
    }
}
