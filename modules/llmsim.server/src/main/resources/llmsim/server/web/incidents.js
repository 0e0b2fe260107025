import {byId, element} from './elements.js';
import {short} from './text.js';
import {changed, onSettings} from './switches.js';

const KEY = 'incidents';
const OURS = 'dashboard: ';
const WHAT = {
  outage: {outage: true},
  'slow, 4 times': {latency_factor: 4},
  'overloaded, half of all': {errors: {overloaded_rate: 0.5}},
};
const what = element('select', {id: 'incident-what'}, ...Object.keys(WHAT).map(name => element('option', {}, name)));
const seconds = element('input', {id: 'incident-seconds', type: 'number', min: 1, max: 86_400, step: 1});
const list = element('ul', {class: 'incidents'});
const wrong = element('p', {class: 'wrong', role: 'alert', hidden: true});
let inForce = [];
let active = [];

seconds.value = 10;
byId('incidents').append(element('fieldset', {}, element('legend', {}, 'Incidents'), list,
  element('div', {class: 'setting'}, element('label', {for: 'incident-what'}, 'Now'), what),
  element('div', {class: 'setting'}, element('label', {for: 'incident-seconds'}, 'For, seconds'), seconds),
  wrong,
  element('div', {class: 'buttons'},
    element('button', {type: 'button', click: start}, 'Start'),
    element('button', {type: 'button', click: end}, 'End')),
  element('p', {class: 'muted'}, 'Times of the other incidents then count from now.')));

onSettings(settings => {
  inForce = settings[KEY].value ?? [];
  show();
});

/** Shows which of them last. */
export function showIncidents(stats) {
  active = stats.active_incidents;
  show();
}

function show() {
  const all = inForce.map(({name, at, for: lasting}) => ({name, text: `at ${at} for ${lasting}`, lasts: active.includes(name)}));
  const key = JSON.stringify(all);
  if (list.dataset.shown !== key) {
    list.dataset.shown = key;
    list.replaceChildren(...(all.length === 0 ? [element('li', {class: 'muted'}, 'none')] : all.map(item)));
  }
}

function item({name, text, lasts}) {
  return element('li', {class: lasts ? 'lasts' : ''}, short(name), ' ', element('span', {class: 'muted'}, lasts ? `${text}, now` : text));
}

async function start() {
  const incident = {name: OURS + what.value, at: '0s', for: `${seconds.value}s`, what: WHAT[what.value]};
  tell(await changed({[KEY]: [...others(), incident]}));
}

async function end() {
  tell(await changed({[KEY]: others().length === 0 ? null : others()}));
}

function others() {
  return inForce.filter(({name}) => !String(name).startsWith(OURS));
}

function tell(message) {
  wrong.textContent = message;
  wrong.hidden = message === '';
}
