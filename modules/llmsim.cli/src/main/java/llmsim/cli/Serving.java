package llmsim.cli;

import llmsim.server.assembly.Running;

/** How long a server runs. */
@FunctionalInterface
interface Serving {
    /** Returns when the server has stopped. */
    void untilStopped(Running running);
}
