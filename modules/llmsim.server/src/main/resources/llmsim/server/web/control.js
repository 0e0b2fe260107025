import {element} from './elements.js';
import {field, written} from './settings.js';

/** A field of one setting: it shows what is in force, and sends what is entered. */
export function control(setting, apply) {
  const id = `setting-${setting.key}`;
  const input = inputs[setting.kind](setting, id);
  const back = element('button', {type: 'button', class: 'back', title: 'Back to what held at the start',
    'aria-label': `${setting.label}: back to what held at the start`, hidden: true, click: () => enter(null)}, '↺');
  const wrong = element('p', {class: 'wrong', id: `${id}-wrong`, hidden: true});
  const node = element('div', {class: 'setting'},
    element('label', {for: id}, setting.label), input, back, wrong);
  let inForce = '';
  let draft = false;

  input.setAttribute('aria-describedby', wrong.id);
  input.addEventListener('input', () => { draft = true; });
  input.addEventListener('blur', () => { draft = false; });
  input.addEventListener('change', () => enter(written(setting, input.value)));
  input.addEventListener('keydown', event => event.key === 'Escape' && restore(''));

  /** Shows what is in force, whatever was entered, and what was wrong with that. */
  function restore(problem) {
    draft = false;
    input.value = inForce;
    wrong.textContent = problem;
    wrong.hidden = problem === '';
  }

  async function enter(value) {
    restore(await apply(setting, value));
  }

  function show({value, origin}, choices) {
    inForce = field(value);
    fill(setting, input, choices, inForce);
    if (!draft) {
      input.value = inForce;
    }
    back.hidden = origin !== 'changed';
    node.classList.toggle('changed', origin === 'changed');
  }

  return {node, show, key: setting.key};
}

const inputs = {
  choice: (setting, id) => element('select', {id}),
  number: (setting, id) => element('input', {id, type: 'number', inputmode: 'decimal', min: setting.least, step: setting.step, placeholder: setting.none}),
  rate: (setting, id) => element('input', {id, type: 'number', inputmode: 'decimal', min: 0, max: 1, step: 0.01, placeholder: setting.none}),
  text: (setting, id) => element('input', {id, type: 'text', spellcheck: 'false', autocomplete: 'off', placeholder: setting.none, list: `${id}-choices`}),
};

/** The choices of a list, with the value in force even if it is none of them. */
function fill(setting, input, choices, value) {
  const all = [...new Set([...(setting.none ? [''] : []), ...choices, value])].filter(each => each !== '' || setting.none);
  const key = all.join('\n');
  if (setting.kind === 'choice' && input.dataset.choices !== key) {
    input.dataset.choices = key;
    const chosen = input.value;
    input.replaceChildren(...all.map(each => element('option', {value: each}, each || setting.none)));
    input.value = chosen;
  }
}
