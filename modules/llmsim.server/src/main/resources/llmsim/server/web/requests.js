import {openDetail} from './detail.js';
import {byId, element, say} from './elements.js';
import {clock, count, time} from './format.js';
import {number, rows} from './rows.js';
import {get} from './server.js';
import {short} from './text.js';

const LIMIT = 50;
const hold = byId('requests-hold');
const state = byId('requests-state');
const show = rows(byId('requests-rows'), request => request.number, cells, first);

hold.addEventListener('click', () => {
  const held = hold.getAttribute('aria-pressed') !== 'true';
  hold.setAttribute('aria-pressed', String(held));
  hold.textContent = held ? 'Go on' : 'Hold';
});
byId('requests-rows').addEventListener('click', event => {
  if (!event.target.closest('button')) {
    event.target.closest('tr')?.querySelector('button').click();
  }
});
state.addEventListener('change', () => refreshRequests(true));

/** Reads the last requests and shows them, unless the list is held. */
export async function refreshRequests(always = false) {
  if (hold.getAttribute('aria-pressed') === 'true' && !always) {
    return;
  }
  const wanted = state.value;
  const answer = await get(`requests?limit=${LIMIT}${wanted ? `&state=${wanted}` : ''}`);
  if (wanted === state.value) {
    show(answer.requests);
    byId('requests-none').hidden = answer.requests.length > 0;
    say('requests-none', wanted ? `No request is ${wanted}.` : 'No request is remembered.');
    say('left-out', leftOut(answer));
  }
}

function leftOut({left_out: left, forgotten}) {
  const parts = [forgotten > 0 ? `${count(forgotten)} older ones forgotten` : '',
    left > 0 ? `${count(left)} left out under load` : ''];
  return parts.filter(part => part).join(', ');
}

function first(request) {
  return element('td', {class: 'number'}, element('button', {
    type: 'button', class: 'link', 'aria-label': `Open request ${request.number}`, click: () => openDetail(request.number),
  }, String(request.number)));
}

function cells(request) {
  return [
    element('td', {}, clock(request.received)),
    element('td', {}, element('span', {class: `state ${request.state}`}, stateText(request))),
    number(request.status === null ? '–' : String(request.status), request.status >= 400 ? 'bad' : ''),
    element('td', {class: 'name', title: short(request.model, 300)}, short(request.model)),
    number(tokens(request)),
    number(time(request.ttft_ms)),
    number(time(request.latency_ms)),
    element('td', {class: 'name', title: short(request.faults.join(', '), 300)}, short(request.faults.join(', '))),
    element('td', {class: 'name'}, short(request.endpoint)),
  ];
}

function tokens(request) {
  return request.prompt_tokens === null ? '–' : `${count(request.prompt_tokens)} → ${count(request.completion_tokens)}`;
}

function stateText(request) {
  return request.reason === null ? request.state : `${request.state}: ${short(request.reason, 40)}`;
}
