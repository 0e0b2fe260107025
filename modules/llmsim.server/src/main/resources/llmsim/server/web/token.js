import {byId, say} from './elements.js';
import {useToken} from './server.js';

const dialog = byId('token');
const value = byId('token-value');

dialog.addEventListener('cancel', event => event.preventDefault());

/** Asks for the token; the promise ends when there is one to try. */
export function askForToken(wrong) {
  say('token-wrong', wrong);
  if (!dialog.open) {
    dialog.showModal();
  }
  return new Promise(entered => {
    byId('token-form').addEventListener('submit', event => {
      event.preventDefault();
      useToken(value.value);
      value.value = '';
      dialog.close();
      entered();
    }, {once: true});
  });
}
