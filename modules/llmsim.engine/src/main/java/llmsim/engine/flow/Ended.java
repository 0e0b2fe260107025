package llmsim.engine.flow;

import llmsim.api.exchange.Outcome;
import llmsim.api.reply.Usage;

/** How an exchange ended, and what was really sent. */
record Ended(Outcome outcome, Usage usage) {}
