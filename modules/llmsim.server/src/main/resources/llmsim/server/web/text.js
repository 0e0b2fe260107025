// What clients say is shown as text: nothing that it holds may hide, reorder or steer.

const ZERO_WIDTH_JOINER = '\u200d'; // keeps emoji whole

/** A text whose control, direction and other unseen characters can be seen; line ends and tabs stay. */
export function visible(text) {
  return String(text).replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, shown);
}

/** The same in one line of at most so many characters. */
export function short(text, most = 80) {
  const start = String(text).slice(0, most + 1);
  return visible(start.length > most ? start.slice(0, most) + '…' : start).replace(/[\n\t]/g, ' ');
}

function shown(character) {
  const code = character.codePointAt(0);
  if (character === '\n' || character === '\t' || character === ZERO_WIDTH_JOINER) {
    return character;
  }
  if (code < 0x20) {
    return String.fromCodePoint(0x2400 + code);
  }
  return code === 0x7f ? '␡' : `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}
