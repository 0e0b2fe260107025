import {byId, element} from './elements.js';
import {count, dollars, time} from './format.js';
import {number, rows} from './rows.js';
import {short} from './text.js';

const FEW = 8;
const showModels = lines('models-rows');
const showEndpoints = lines('endpoints-rows');
const more = byId('models-more');

more.addEventListener('click', () => {
  more.setAttribute('aria-pressed', String(more.getAttribute('aria-pressed') !== 'true'));
});

/** Shows what became of the requests of each model and endpoint. */
export function showLines(stats) {
  const models = sorted(stats.models);
  const all = more.getAttribute('aria-pressed') === 'true';
  more.hidden = models.length <= FEW;
  more.textContent = all ? `Show ${FEW}` : `Show all ${models.length}`;
  showModels(all ? models : models.slice(0, FEW));
  showEndpoints(sorted(stats.endpoints));
}

function sorted(named) {
  const all = Object.entries(named).map(([name, line]) => ({name, line}));
  all.sort((one, other) => other.line.requests - one.line.requests || one.name.localeCompare(other.name));
  const most = all[0]?.line.requests ?? 0;
  return all.map(each => ({...each, most}));
}

function lines(id) {
  return rows(byId(id), item => item.name, cells, item => element('th', {scope: 'row', class: 'name', title: short(item.name, 300)}, short(item.name)));
}

function cells({line, most}) {
  return [
    bar(line.requests, most),
    number(count(line.active)),
    number(count(line.errors), line.errors > 0 ? 'bad' : ''),
    number(count(line.prompt_tokens + line.completion_tokens)),
    number(time(line.ttft_ms.p50)),
    number(time(line.latency_ms.p50)),
    number(time(line.latency_ms.p99)),
    number(dollars(line.cost_dollars)),
  ];
}

function bar(requests, most) {
  const meter = element('span', {class: 'bar'});
  meter.style.setProperty('--part', most > 0 ? String(requests / most) : '0');
  return element('td', {class: 'barred'}, element('span', {class: 'value'}, count(requests)), meter);
}
