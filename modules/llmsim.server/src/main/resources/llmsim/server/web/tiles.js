import {byId, element} from './elements.js';
import {count, dollars, few, time} from './format.js';

const both = (first, second) => `${first} · ${second}`;
const percentiles = times => `p99 ${time(times.p99)}`;

const TILES = [
  {title: 'Requests', main: stats => count(stats.total_requests),
    more: stats => both(`${count(stats.completed_requests)} done`, `${count(stats.streaming_requests)} streams`)},
  {title: 'Active', main: stats => count(stats.active_requests),
    more: stats => both(`${count(stats.queued_requests)} queued`, `${count(stats.active_websocket_connections)} WebSockets`)},
  {title: 'Requests/s', main: stats => few(stats.requests_per_second), more: () => 'mean of 60 s'},
  {title: 'Tokens/s', main: stats => few(stats.tokens_per_second), more: () => 'mean of 60 s'},
  {title: 'Tokens', main: stats => count(stats.total_tokens),
    more: stats => both(`${count(stats.prompt_tokens)} in`, `${count(stats.completion_tokens)} out`)},
  {title: 'Errors', main: stats => count(stats.total_errors), kind: stats => (stats.total_errors > 0 ? 'bad' : ''),
    more: stats => [`${count(stats.rate_limit_errors)} 429`, `${count(stats.server_errors)} 5xx`,
      `${count(stats.timeout_errors)} 504`].join(' · ')},
  {title: 'Cut short', main: stats => count(stats.cancelled_requests + stats.broken_streams),
    more: stats => both(`${count(stats.cancelled_requests)} cancelled`, `${count(stats.broken_streams)} broken`)},
  {title: 'Cost', main: stats => dollars(stats.cost_dollars), more: () => 'at list prices'},
  {title: 'Latency p50', main: stats => time(stats.latency_ms.p50), more: stats => percentiles(stats.latency_ms)},
  {title: 'TTFT p50', main: stats => time(stats.ttft_ms.p50), more: stats => percentiles(stats.ttft_ms)},
  {title: 'Inter-token p50', main: stats => time(stats.inter_token_ms.p50), more: stats => percentiles(stats.inter_token_ms)},
  {title: 'Timing', main: stats => stats.timing, kind: stats => (stats.timing === 'ok' ? 'good' : 'bad'),
    more: stats => `p99 ${time(stats.schedule_lag_ms.p99)} late`},
];

const shown = TILES.map(tile => {
  const main = element('dd', {class: 'main'});
  const more = element('dd', {class: 'more'});
  byId('tiles').append(element('dl', {class: 'tile'}, element('dt', {}, tile.title), main, more));
  return {...tile, nodes: {main, more}};
});

/** Shows the numbers. */
export function showTiles(stats) {
  for (const tile of shown) {
    tile.nodes.main.textContent = tile.main(stats);
    tile.nodes.main.className = `main ${tile.kind?.(stats) ?? ''}`;
    tile.nodes.more.textContent = tile.more(stats);
    tile.nodes.more.title = tile.more(stats);
  }
}
