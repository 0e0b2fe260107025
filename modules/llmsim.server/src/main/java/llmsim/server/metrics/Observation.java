package llmsim.server.metrics;

import llmsim.engine.stats.StatisticsSnapshot;

/** All that is told in one scrape, as it was at one moment. */
record Observation(StatisticsSnapshot statistics, ServerState server, ProcessState process, String version) {

    /**
     * What a server holds.
     *
     * @param connections open TCP connections
     * @param bufferedBytes bytes of bodies in memory
     */
    record ServerState(int connections, long bufferedBytes) {}
}
