import {control} from './control.js';
import {byId, element, say} from './elements.js';
import {get, Lost, send} from './server.js';
import {change, changes, GROUPS} from './settings.js';

let inForce = {};
let choices = null;
const listeners = [];
const controls = GROUPS.flatMap(group => {
  const all = group.settings.map(setting => control(setting, apply));
  byId('settings').append(element('fieldset', {}, element('legend', {}, group.title), ...all.map(each => each.node)));
  return all;
});

/** Calls a function with the settings in force and the choices, now and whenever they are read. */
export function onSettings(listener) {
  listeners.push(listener);
}

/** Reads what is in force, and shows it. */
export async function refreshSettings() {
  choices ??= await get('config/choices');
  inForce = await get('config?origins=true');
  controls.forEach(each => each.show(inForce[each.key], choices[each.key] ?? []));
  listeners.forEach(listener => listener(inForce, choices));
}

/** Changes settings, and says what is wrong; empty if nothing is. */
export async function changed(body) {
  try {
    await send('PATCH', 'config', body);
    say('said', '');
    await refreshSettings();
    return '';
  } catch (error) {
    return problem(error);
  }
}

/** Takes all changes back. */
export function allBack() {
  const keys = Object.entries(inForce).filter(([, {origin}]) => origin === 'changed').map(([key]) => [key, null]);
  return keys.length === 0 ? Promise.resolve('') : changed(changes(keys));
}

async function apply(setting, value) {
  return changed(change(setting.key, value));
}

function problem(error) {
  if (error instanceof Lost) {
    return 'The server does not answer; nothing may have changed';
  }
  const errors = error.errors ?? [];
  return errors.length === 0 ? error.message
    : errors.map(({path, message}) => (path === '' || message.startsWith(path) ? message : `${path}: ${message}`)).join('; ');
}
