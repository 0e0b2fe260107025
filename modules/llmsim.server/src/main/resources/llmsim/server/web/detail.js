import {byId, element, say} from './elements.js';
import {count, time} from './format.js';
import {get} from './server.js';
import {visible} from './text.js';
import {timeline} from './timeline.js';

const dialog = byId('detail');
let open = null;

byId('detail-close').addEventListener('click', () => dialog.close());
dialog.addEventListener('close', () => { open = null; });
dialog.addEventListener('click', event => {
  if (event.target === dialog) {
    dialog.close();
  }
});

/** Opens one request. */
export async function openDetail(number) {
  open = {number, done: false, parts: null};
  say('detail-title', `Request ${number}`);
  byId('detail-content').replaceChildren(element('p', {class: 'muted'}, 'Reading…'));
  dialog.showModal();
  await refreshDetail();
}

/** Reads the open request again while it is under way. */
export async function refreshDetail() {
  const present = open;
  if (present === null || present.done) {
    return;
  }
  try {
    const request = await get(`requests/${present.number}`);
    if (present === open) {
      present.done = request.state !== 'active';
      show(present, request);
    }
  } catch (error) {
    present.done = true;
    byId('detail-content').replaceChildren(element('p', {class: 'wrong'}, error.message));
  }
}

/** What was asked stays as it is while the rest of an open request goes on. */
function show(present, request) {
  present.parts ??= layout(request);
  const {times, answer} = present.parts;
  times.replaceChildren(facts(request), timeline(request, dialog.clientWidth));
  answer.replaceChildren(request.answer
    ? part('Answer', `status ${request.answer.status}`, request.answer)
    : element('p', {class: 'muted'}, 'No answer yet.'));
}

function layout(request) {
  const times = element('div', {class: 'stacked'});
  const answer = element('div');
  byId('detail-content').replaceChildren(times, part('Request', `${request.method} ${request.path}`, request.request), answer);
  return {times, answer};
}

function facts(request) {
  const facts = [
    ['State', request.reason === null ? request.state : `${request.state}: ${request.reason}`],
    ['Status', request.status ?? '–'],
    ['Model', cut(request.model, 300)],
    ['Endpoint', request.endpoint],
    ['Tokens', request.prompt_tokens === null ? '–' : `${count(request.prompt_tokens)} in, ${count(request.completion_tokens)} out`],
    ['TTFT', time(request.ttft_ms)],
    ['Latency', time(request.latency_ms)],
    ['Faults', request.faults.join(', ') || 'none'],
    ['Id', request.id],
    ['Received', request.received],
    ['Session', cut(request.session, 300) || '–'],
    ['Key', request.key || '–'],
  ];
  return element('dl', {class: 'facts'}, ...facts.flatMap(([name, value]) =>
    [element('dt', {}, name), element('dd', {}, String(value))]));
}

function cut(text, most) {
  const whole = String(text ?? '');
  return whole.length > most ? `${whole.slice(0, most)}… (${count(whole.length)} characters)` : whole;
}

function part(title, subtitle, told) {
  return element('section', {class: 'part'},
    element('h3', {}, title, ' ', element('span', {class: 'muted'}, cut(subtitle, 300))),
    element('details', {}, element('summary', {}, `Headers (${Object.keys(told.headers).length})`), headers(told.headers)),
    body(told));
}

function headers(fields) {
  return element('dl', {class: 'facts mono'}, ...Object.entries(fields).flatMap(([name, values]) =>
    values.flatMap(value => [element('dt', {}, name), element('dd', {}, cut(value, 2000))])));
}

function body(told) {
  const text = element('pre', {tabindex: 0, class: 'body'}, told.body || '(empty)');
  const size = element('p', {class: 'muted'}, `${count(told.body_bytes)} bytes${told.cut ? ', cut' : ''}`);
  const pretty = indented(told.body);
  if (pretty === null) {
    return element('div', {}, size, text);
  }
  const toggle = element('button', {type: 'button', 'aria-pressed': 'false', click: () => {
    const on = toggle.getAttribute('aria-pressed') !== 'true';
    toggle.setAttribute('aria-pressed', String(on));
    text.textContent = visible(on ? pretty : told.body);
  }}, 'Indented');
  return element('div', {}, element('div', {class: 'title'}, size, toggle), text);
}

/** JSON with line ends; null if it is none. Only what is shown changes: numbers beyond 2^53 may be rounded. */
function indented(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return null;
  }
}
