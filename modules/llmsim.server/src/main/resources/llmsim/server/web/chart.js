import {byId, drawn, element} from './elements.js';
import {few} from './format.js';
import {WINDOW_MS} from './history.js';
import {ceiling, placed, runs} from './scale.js';

const HEIGHT = 132;
const EDGE = {top: 8, right: 8, bottom: 20, left: 40};
const MINUTE_MS = 60_000;

/** A line over the last five minutes, drawn anew with each call of show(series, now). */
export function chart(title, kind) {
  const value = element('output', {class: 'now'});
  const picture = drawn('svg', {class: `chart ${kind}`, height: HEIGHT, role: 'img'});
  const figure = element('figure', {class: 'panel'},
    element('figcaption', {}, element('span', {}, title), value), picture);
  byId('charts').append(figure);
  const pointed = pointing(picture);
  return (series, now) => {
    const width = picture.clientWidth || 300;
    const frame = framed(series, now, width);
    const shown = pointed.in(series, frame) ?? series.at(-1);
    value.value = shown === series.at(-1) ? few(shown?.value) : `${ago(now - shown.at)}  ${few(shown.value)}`;
    picture.setAttribute('viewBox', `0 0 ${width} ${HEIGHT}`);
    picture.setAttribute('aria-label', `${title}: ${few(series.at(-1)?.value)} now, at most ${few(frame.peak)}`);
    picture.replaceChildren(...grid(frame), ...lines(series, frame), ...marked(shown, series, frame));
  };
}

function framed(series, now, width) {
  const peak = Math.max(0, ...series.map(point => point.value ?? 0));
  const most = ceiling(peak);
  const across = [EDGE.left, width - EDGE.right];
  const down = [HEIGHT - EDGE.bottom, EDGE.top];
  return {
    now, peak, most, across, down,
    x: at => placed(at, [now - WINDOW_MS, now], across),
    y: value => placed(value, [0, most], down),
  };
}

function grid({most, across, down, now, x, y}) {
  const levels = [0, most / 2, most].flatMap(level => [
    drawn('line', {class: 'grid', x1: across[0], x2: across[1], y1: y(level), y2: y(level)}),
    drawn('text', {class: 'level', x: across[0] - 6, y: y(level) + 4}, few(level)),
  ]);
  const minutes = [5, 4, 3, 2, 1, 0].map(minute => drawn('text',
    {class: minute === 5 ? 'first' : minute === 0 ? 'last' : 'minute', x: x(now - minute * MINUTE_MS), y: down[0] + 15},
    minute === 0 ? 'now' : minute === 5 ? '−5 min' : `−${minute}`));
  return [...levels, ...minutes];
}

function lines(series, {x, y}) {
  return runs(series).flatMap(run => {
    const points = run.map(point => `${x(point.at).toFixed(1)},${y(point.value).toFixed(1)}`).join('L');
    const ends = [x(run.at(-1).at), x(run[0].at)].map(end => `${end.toFixed(1)},${y(0)}`).join('L');
    return [drawn('path', {class: 'area', d: `M${points}L${ends}Z`}), drawn('path', {class: 'line', d: `M${points}`})];
  });
}

function marked(shown, series, {x, y, down}) {
  if (!shown || shown.value === null) {
    return [];
  }
  const dot = drawn('circle', {class: 'dot', cx: x(shown.at), cy: y(shown.value), r: 3});
  return shown === series.at(-1) ? [dot]
    : [drawn('line', {class: 'pointed', x1: x(shown.at), x2: x(shown.at), y1: down[0], y2: down[1]}), dot];
}

/** The sample under the pointer, if there is one. */
function pointing(picture) {
  let place = null;
  picture.addEventListener('pointermove', event => { place = event.offsetX; });
  picture.addEventListener('pointerleave', () => { place = null; });
  const far = (point, frame) => Math.abs(frame.x(point.at) - place);
  return {
    in: (series, frame) => place === null ? null
      : series.reduce((best, point) => (!best || far(point, frame) < far(best, frame) ? point : best), null),
  };
}

function ago(ms) {
  const seconds = Math.round(ms / 1000);
  return `−${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
