// The settings that have a switch, by groups. Without a value the server says what holds: `none` tells what that is.

export const GROUPS = [
  {title: 'Latency', settings: [
    {key: 'latency.profile', label: 'Profile', kind: 'choice', none: 'by the model'},
    {key: 'latency.speed', label: 'Speed, times', kind: 'number', least: 0.001, step: 'any'},
  ]},
  {title: 'Answers', settings: [
    {key: 'response.generator', label: 'Generator', kind: 'text', none: 'lorem'},
    {key: 'response.target_tokens', label: 'Target tokens', kind: 'number', least: 1, step: 1},
  ]},
  {title: 'Errors, part of the requests', settings: [
    {key: 'errors.preset', label: 'Preset', kind: 'choice'},
    {key: 'errors.rate_limit_rate', label: '429 rate limit', kind: 'rate', none: 'by preset'},
    {key: 'errors.server_error_rate', label: '500 and 503', kind: 'rate', none: 'by preset'},
    {key: 'errors.overloaded_rate', label: 'Overloaded', kind: 'rate', none: 'by preset'},
    {key: 'errors.timeout_rate', label: '504 timeout', kind: 'rate', none: 'by preset'},
    {key: 'errors.timeout_after_ms', label: 'Timeout after, ms', kind: 'number', least: 0, step: 'any', none: 'by preset'},
    {key: 'errors.invalid_request_rate', label: '400 invalid', kind: 'rate', none: 'by preset'},
    {key: 'errors.auth_error_rate', label: '401 key', kind: 'rate', none: 'by preset'},
  ]},
  {title: 'Limits', settings: [
    {key: 'limits.requests_per_minute', label: 'Requests a minute', kind: 'number', least: 0, step: 1, none: 'tier, or none'},
    {key: 'limits.tokens_per_minute', label: 'Tokens a minute', kind: 'number', least: 0, step: 1, none: 'tier, or none'},
    {key: 'limits.tier', label: 'Tier', kind: 'choice', none: 'none'},
    {key: 'capacity.slots', label: 'Slots by model', kind: 'number', least: 0, step: 1},
    {key: 'capacity.queue', label: 'Queue', kind: 'number', least: 0, step: 1},
  ]},
];

/** A change of one setting in the shape of the configuration file. */
export function change(key, value) {
  return changes([[key, value]]);
}

/** The same of several. */
export function changes(entries) {
  const root = {};
  for (const [key, value] of entries) {
    const names = key.split('.');
    const section = names.slice(0, -1).reduce((at, name) => (at[name] ??= {}), root);
    section[names.at(-1)] = value;
  }
  return root;
}

/** What to write for a text in a field; nothing takes the change back. */
export function written(setting, text) {
  const told = text.trim();
  if (told === '') {
    return null;
  }
  const number = Number(told);
  return (setting.kind === 'number' || setting.kind === 'rate') && Number.isFinite(number) ? number : told;
}

/** What a field shows for a value. */
export function field(value) {
  return value === null || value === undefined ? '' : Array.isArray(value) ? value.join(',') : String(value);
}
