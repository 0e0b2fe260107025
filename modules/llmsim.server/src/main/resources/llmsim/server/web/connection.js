import {byId, say} from './elements.js';
import {uptime} from './format.js';

const pill = byId('connection');
const notice = byId('notice');

/** Says that the server answers, and how it is. */
export function connected(stats, draining) {
  const degraded = stats.timing !== 'ok';
  pill.className = `pill ${draining || degraded ? 'warn' : 'good'}`;
  say('connection', draining ? 'draining' : degraded ? 'timing degraded' : 'serving');
  say('uptime', told(stats));
  tell('');
  document.body.classList.remove('lost');
}

function told(stats) {
  const counted = stats.counted_secs < stats.uptime_secs ? `, counted for ${uptime(stats.counted_secs)}` : '';
  const why = stats.timing === 'ok' ? '' : ` — ${stats.timing_reason}`;
  return `up ${uptime(stats.uptime_secs)}${counted}${why}`;
}

/** Says that it does not. */
export function disconnected(reason, seconds) {
  pill.className = 'pill bad';
  say('connection', 'lost');
  tell(`${reason} The numbers stand still; tried again every ${seconds === 1 ? 'second' : `${seconds} seconds`}.`);
  document.body.classList.add('lost');
}

function tell(text) {
  notice.hidden = text === '';
  say('notice', text);
}
