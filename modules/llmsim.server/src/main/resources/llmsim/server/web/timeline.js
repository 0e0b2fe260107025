import {drawn, element} from './elements.js';
import {count, time} from './format.js';
import {ceiling, placed} from './scale.js';

const HEIGHT = 150;
const EDGE = {top: 22, right: 12, bottom: 34, left: 44};
const MOST = 4000;

/** The tokens of a request as they went out: their sum over the time since it came, and a mark for each write. */
export function timeline(request, room) {
  const written = request.timeline;
  if (written.length === 0) {
    return element('p', {class: 'muted'}, 'Nothing was written yet.');
  }
  const width = Math.max(300, room - 48);
  const sums = summed(written);
  const frame = framed(request, sums, width);
  return element('figure', {class: 'timeline'},
    element('figcaption', {}, `${count(sums.at(-1).sum)} tokens in ${count(written.length)} ${written.length === 1 ? 'write' : 'writes'}`),
    drawn('svg', {class: 'chart of-tokens', viewBox: `0 0 ${width} ${HEIGHT}`, height: HEIGHT, role: 'img',
      'aria-label': `First token after ${time(request.ttft_ms)}, all after ${time(request.latency_ms)}`},
    ...grid(frame), ...waited(request, frame), ...marks(sums, frame), climb(sums, frame)));
}

function summed(written) {
  let sum = 0;
  return written.slice(0, MOST).map(({ms, tokens}) => ({ms, sum: sum += tokens}));
}

function framed(request, sums, width) {
  const end = Math.max(request.latency_ms ?? 0, sums.at(-1).ms, 0.001);
  const most = ceiling(sums.at(-1).sum);
  const across = [EDGE.left, width - EDGE.right];
  const down = [HEIGHT - EDGE.bottom, EDGE.top];
  return {end, most, across, down, x: ms => placed(ms, [0, end], across), y: sum => placed(sum, [0, most], down)};
}

function grid({end, most, across, down, x, y}) {
  const levels = [0, most].flatMap(level => [
    drawn('line', {class: 'grid', x1: across[0], x2: across[1], y1: y(level), y2: y(level)}),
    drawn('text', {class: 'level', x: across[0] - 6, y: y(level) + 4}, count(level)),
  ]);
  const times = [0, 0.25, 0.5, 0.75, 1].map(part => drawn('text',
    {class: part === 0 ? 'first' : part === 1 ? 'last' : 'minute', x: x(end * part), y: down[0] + 26}, time(end * part)));
  return [...levels, ...times];
}

/** The time to the first token. */
function waited(request, {across, down, x}) {
  if (request.ttft_ms === null) {
    return [];
  }
  const to = x(request.ttft_ms);
  const late = to > (across[0] + across[1]) / 2;
  return [
    drawn('rect', {class: 'waited', x: across[0], y: down[1], width: Math.max(0, to - across[0]), height: down[0] - down[1]}),
    drawn('line', {class: 'pointed', x1: to, x2: to, y1: down[0], y2: down[1]}),
    drawn('text', {class: late ? 'last' : 'first', x: to, y: down[1] - 7}, `TTFT ${time(request.ttft_ms)}`),
  ];
}

function marks(sums, {down, x}) {
  const strokes = sums.map(({ms}) => `M${x(ms).toFixed(1)},${down[0] + 4}v7`).join('');
  return [drawn('path', {class: 'marks', d: strokes})];
}

function climb(sums, {x, y}) {
  const steps = sums.map(({ms, sum}) => `H${x(ms).toFixed(1)}V${y(sum).toFixed(1)}`).join('');
  return drawn('path', {class: 'line', d: `M${x(0)},${y(0)}${steps}`});
}
