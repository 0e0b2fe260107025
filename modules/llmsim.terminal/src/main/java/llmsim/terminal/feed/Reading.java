package llmsim.terminal.feed;

import llmsim.engine.stats.StatisticsSnapshot;

/** What a feed has to say. */
public sealed interface Reading {
    /** The counters as they are. */
    record Fresh(StatisticsSnapshot statistics) implements Reading {}

    /** They cannot be had now; it is tried again. */
    record Lost(String why) implements Reading {}

    /** Nothing new yet. */
    record Pending() implements Reading {}
}
