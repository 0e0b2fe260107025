import {chart} from './chart.js';
import {History} from './history.js';

const history = new History();
const drawings = {
  requests: chart('Requests a second', 'of-requests'),
  tokens: chart('Completion tokens a second', 'of-tokens'),
  active: chart('Active requests', 'of-active'),
};

/** Takes counters in, and draws. */
export function showCharts(stats) {
  const now = Date.now();
  history.add(stats, now);
  for (const [name, draw] of Object.entries(drawings)) {
    draw(history.series(name), now);
  }
}
