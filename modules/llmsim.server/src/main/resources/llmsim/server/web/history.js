// What happened in each second, of counters that only grow.

/** How far back the charts go. */
export const WINDOW_MS = 300_000;
const GAP_MS = 4000;

/** Samples of the last five minutes; a value is null where none is known. */
export class History {
  #samples = [];
  #last = null;

  /** Takes counters in. */
  add(stats, at) {
    const last = this.#last;
    this.#last = {at, requests: stats.total_requests, tokens: stats.completion_tokens};
    this.#samples.push(this.#sample(last, stats, at));
    while (this.#samples[0].at < at - WINDOW_MS) {
      this.#samples.shift();
    }
  }

  #sample(last, stats, at) {
    const near = last !== null && at - last.at < GAP_MS;
    return {
      at,
      requests: near ? rate(last.requests, stats.total_requests, at - last.at) : null,
      tokens: near ? rate(last.tokens, stats.completion_tokens, at - last.at) : null,
      active: stats.active_requests,
    };
  }

  /** One of the series, the oldest first. */
  series(name) {
    return this.#samples.map(sample => ({at: sample.at, value: sample[name]}));
  }
}

/** By the second; null where the counter began anew. */
export function rate(before, after, ms) {
  return after >= before && ms > 0 ? ((after - before) * 1000) / ms : null;
}
