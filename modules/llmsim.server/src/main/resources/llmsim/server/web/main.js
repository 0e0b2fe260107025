import {refreshReadiness} from './actions.js';
import {showCharts} from './charts.js';
import {connected, disconnected} from './connection.js';
import {showCounts} from './counts.js';
import {refreshDetail} from './detail.js';
import {showIncidents} from './incidents.js';
import {showLines} from './models.js';
import {refreshRequests} from './requests.js';
import {get, Locked, Lost} from './server.js';
import {refreshSettings} from './switches.js';
import {showTiles} from './tiles.js';
import {askForToken} from './token.js';
import './faults.js';

const EVERY_MS = 1000;
const SETTINGS_EVERY = 3;
const LONGEST_WAIT_SECONDS = 5;
let turn = 0;
let failures = 0;
let draining = false;

async function refresh() {
  const stats = await get('stats');
  showTiles(stats);
  showCharts(stats);
  showLines(stats);
  showCounts(stats);
  showIncidents(stats);
  await Promise.all([refreshRequests(), refreshDetail()]);
  if (turn++ % SETTINGS_EVERY === 0) {
    await refreshSettings();
    draining = await refreshReadiness();
  }
  connected(stats, draining);
}

async function failed(error) {
  if (error instanceof Locked) {
    await askForToken(error.message);
    return;
  }
  failures++;
  turn = 0;
  const reason = error instanceof Lost ? 'The server does not answer.' : `The server refused: ${error.message}.`;
  disconnected(reason, wait() / 1000);
}

function wait() {
  return Math.min(LONGEST_WAIT_SECONDS, Math.max(1, failures)) * EVERY_MS;
}

async function seen() {
  while (document.hidden) {
    await new Promise(resolve => document.addEventListener('visibilitychange', resolve, {once: true}));
  }
}

async function run() {
  for (;;) {
    await seen();
    const start = performance.now();
    try {
      await refresh();
      failures = 0;
    } catch (error) {
      await failed(error);
    }
    await new Promise(resolve => setTimeout(resolve, Math.max(50, wait() - (performance.now() - start))));
  }
}

run();
