// Numbers as people read them. What is not known is a dash.

const NONE = '–';
const LARGE = [[1e12, 'T'], [1e9, 'G'], [1e6, 'M'], [1e3, 'k']];

/** 12,345 and 1.23M. */
export function count(number) {
  if (number === null || number === undefined) {
    return NONE;
  }
  return number < 100_000 ? Math.round(number).toLocaleString('en-US') : scaled(number);
}

/** A number in few characters: 7, 0.25, 12.3, 4.56k. */
export function few(number) {
  if (number === null || number === undefined) {
    return NONE;
  }
  if (number >= 1000) {
    return scaled(number);
  }
  return Number.isInteger(number) ? String(number) : threeDigits(number);
}

/** Milliseconds: 0.42 ms, 123 ms, 1.23 s, 2 min 5 s. */
export function time(ms) {
  if (ms === null || ms === undefined) {
    return NONE;
  }
  if (ms >= 120_000) {
    return `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`;
  }
  return ms < 999.5 ? `${threeDigits(ms)} ms` : `${threeDigits(ms / 1000)} s`;
}

/** US dollars. */
export function dollars(amount) {
  if (amount === null || amount === undefined) {
    return NONE;
  }
  if (amount >= 1000) {
    return `$${scaled(amount)}`;
  }
  return `$${amount.toFixed(amount < 1 && amount > 0 ? 4 : 2)}`;
}

/** Seconds: 42 s, 3 min, 2 h 5 min, 3 d 4 h. */
export function uptime(seconds) {
  if (seconds < 60) {
    return `${seconds} s`;
  }
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) {
    return `${minutes} min`;
  }
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ${minutes % 60} min` : `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

/** The time of day of an instant. */
export function clock(instant) {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? NONE : date.toLocaleTimeString('en-GB');
}

function scaled(number) {
  const [unit, letter] = LARGE.find(([from]) => number >= from) ?? [1, ''];
  return threeDigits(number / unit) + letter;
}

function threeDigits(number) {
  const digits = number >= 99.95 || number === 0 ? 0 : number >= 9.995 ? 1 : 2;
  return number.toFixed(digits);
}
