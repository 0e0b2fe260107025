import {byId, element, say} from './elements.js';
import {refreshRequests} from './requests.js';
import {get, send} from './server.js';
import {allBack} from './switches.js';

const drain = element('button', {type: 'button', click: toggled}, 'Drain');
let draining = false;

byId('actions').append(element('div', {class: 'buttons'},
  action('Reset statistics', 'Statistics began anew.', () => send('POST', 'reset', {statistics: true})),
  action('Scripts start over', 'Scripts and mocks begin anew.', () => send('POST', 'reset', {cursors: true})),
  action('Refill limits', 'All limits are whole again.', () => send('POST', 'reset', {limits: true})),
  action('Forget requests', 'All requests are forgotten.', async () => {
    await send('DELETE', 'requests');
    await refreshRequests(true);
  }),
  action('All settings back', 'Again as at the start.', async () => {
    const problem = await allBack();
    if (problem !== '') {
      throw new Error(problem);
    }
  }),
  drain));

/** Reads whether requests are admitted, and shows it. */
export async function refreshReadiness() {
  const answer = await get('ready');
  draining = answer.status === 'draining';
  drain.textContent = draining ? 'Admit again' : 'Drain';
  drain.setAttribute('aria-pressed', String(draining));
  return draining;
}

async function toggled() {
  await tried(draining ? 'Requests are admitted again.' : 'New requests are refused; those under way finish.', async () => {
    await send(draining ? 'DELETE' : 'POST', 'drain');
    await refreshReadiness();
  });
}

function action(title, done, act) {
  return element('button', {type: 'button', click: () => tried(done, act)}, title);
}

async function tried(done, act) {
  try {
    await act();
    say('said', done);
  } catch (error) {
    say('said', error.message);
  }
}
