import {byId, element} from './elements.js';
import {changed, onSettings} from './switches.js';

const KEY = 'faults';
const rows = element('div', {class: 'faults'});
const names = element('datalist', {id: 'fault-names'});
const wrong = element('p', {class: 'wrong', role: 'alert', hidden: true});
const add = element('button', {type: 'button', click: () => { rows.append(row({fault: 'reset@50%', rate: 0.1})); edited(true); }}, 'Add');
const apply = element('button', {type: 'button', class: 'strong', hidden: true, click: () => put(entered())}, 'Apply');
const revert = element('button', {type: 'button', hidden: true, click: () => show()}, 'Undo');
const back = element('button', {type: 'button', class: 'back', hidden: true, title: 'Back to what held at the start',
  'aria-label': 'Stream faults: back to what held at the start', click: () => put(null)}, '↺');
let inForce = [];

byId('faults').append(element('fieldset', {}, element('legend', {}, 'Stream faults'),
  element('p', {class: 'muted'}, 'fault:time@place and rate, such as reset@50% or stall:2s@12'),
  names, rows, wrong, element('div', {class: 'buttons'}, add, apply, revert, back)));

onSettings((settings, choices) => {
  back.hidden = settings[KEY].origin !== 'changed';
  names.replaceChildren(...choices[KEY].map(name => element('option', {value: name})));
  const now = settings[KEY].value ?? [];
  const same = JSON.stringify(now) === JSON.stringify(inForce);
  inForce = now;
  if (!same && apply.hidden) {
    show();
  }
});

function show() {
  rows.replaceChildren(...inForce.map(row));
  edited(false);
}

function edited(yes) {
  apply.hidden = !yes;
  revert.hidden = !yes;
  tell('');
}

function row(chance) {
  const fault = element('input', {type: 'text', list: 'fault-names', 'aria-label': 'Fault', spellcheck: 'false', input: () => edited(true)});
  const rate = element('input', {type: 'number', min: 0, max: 1, step: 0.01, 'aria-label': 'Rate, from 0 to 1', input: () => edited(true)});
  fault.value = chance.fault;
  rate.value = chance.rate;
  const node = element('div', {class: 'fault'}, fault, rate, element('button', {
    type: 'button', 'aria-label': `Take ${chance.fault} out`, click: () => { node.remove(); edited(true); }}, '×'));
  node.chance = () => ({...chance, fault: fault.value.trim(), rate: Number(rate.value)});
  return node;
}

function entered() {
  return [...rows.children].map(node => node.chance());
}

async function put(list) {
  const problem = await changed({[KEY]: list});
  tell(problem);
  if (problem === '') {
    show();
  }
}

function tell(message) {
  wrong.textContent = message;
  wrong.hidden = message === '';
}
