// Calls of the server. The token is in this tab only.

const TIMEOUT_MS = 5000;
const TOKEN = 'llmsim.token';

/** The server cannot be reached, or does not answer in time. */
export class Lost extends Error {}

/** The server wants a token, or another one. */
export class Locked extends Error {}

/** The server said no; errors have the path of what is wrong, and why. */
export class Refused extends Error {
  constructor(status, answer) {
    super(answer?.error?.message ?? `the server answered ${status}`);
    this.status = status;
    this.errors = answer?.error?.errors ?? [];
  }
}

let token = kept(storage => storage.getItem(TOKEN)) ?? '';

/** Keeps the token for the calls to come. */
export function useToken(value) {
  token = value;
  kept(storage => storage.setItem(TOKEN, value));
}

/** Where a browser keeps nothing for pages, the token lasts as long as the page. */
function kept(use) {
  try {
    return use(sessionStorage);
  } catch {
    return null;
  }
}

/** What a path answers. */
export const get = path => call('GET', path);

/** What it answers to a body. */
export const send = (method, path, body) => call(method, path, body);

async function call(method, path, body) {
  const aborting = new AbortController();
  const timer = setTimeout(() => aborting.abort(), TIMEOUT_MS);
  try {
    const response = await fetch(path, request(method, body, aborting.signal));
    return read(response.status, await response.text());
  } catch (error) {
    throw error instanceof Refused || error instanceof Locked ? error : new Lost('no answer', {cause: error});
  } finally {
    clearTimeout(timer);
  }
}

function request(method, body, signal) {
  const headers = token ? {authorization: `Bearer ${token}`} : {};
  const wanted = {method, headers, signal, cache: 'no-store'};
  if (body !== undefined) {
    headers['content-type'] = 'application/json';
    wanted.body = JSON.stringify(body);
  }
  return wanted;
}

function read(status, text) {
  if (status === 401) {
    throw new Locked(token ? 'This is not the token.' : '');
  }
  const answer = parsed(text);
  if (answer?.error || (status !== 200 && status !== 503)) {
    throw new Refused(status, answer);
  }
  return answer;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
