// What a program saw of an answer, and the words for how that differs from the answer without a fault.

export const SILENCE = "silence";

/** Pieces of text or arguments as they came, indexes of tool calls, how it ended, and what was thrown. */
export const nothing = () => ({ pieces: [], calls: new Set(), end: undefined, usage: false, error: undefined });

/** An error's class, with a mark if it is none of the SDK's, and how its message begins. */
export function named(error, ofSdk) {
  const kind = error?.constructor?.name ?? typeof error;
  return `${ofSdk(error) ? "" : "not of the SDK: "}${kind}: ${beginning(String(error?.message))}`.replace(/: $/, "");
}

/** So much of a message as is the same in every run. */
function beginning(message) {
  const short = message.split(/\s+/).join(" ").trim().replace(/(column|position|char) \d+/g, "$1 …");
  return (short.length <= 48 ? short : short.slice(0, 48).trimEnd() + "…").replaceAll("|", "\\|").replaceAll("`", "'");
}

/** How an answer differs from the plain one. */
export function described(seen, plain) {
  const text = textFlaw(seen, plain);
  if (seen.error) {
    const whole = plain.pieces.length > 1 ? " after the whole text" : "";
    return `\`${seen.error}\`` + (text === "" ? whole : text === "no text" ? "" : ` after ${text}`);
  }
  const flaws = [text, endFlaw(seen, plain)].filter((flaw) => flaw);
  const told = seen.end && seen.end !== plain.end;
  return flaws.length ? (told ? "" : "**not noticed:** ") + flaws.join(", ") : "as usual";
}

function endFlaw(seen, plain) {
  if (!seen.end) return "no end";
  if (seen.end === SILENCE) return "then silence past the time-out";
  if (seen.end !== plain.end) return `ends with \`${seen.end}\``;
  return seen.usage || !plain.usage ? "" : "no usage";
}

function textFlaw(seen, plain) {
  const [here, there] = [seen.pieces, plain.pieces];
  const isHere = (other) => JSON.stringify(here) === JSON.stringify(other);
  if (seen.calls.size > plain.calls.size) return `${seen.calls.size} tool calls in place of ${plain.calls.size}`;
  if (isHere(there)) return "";
  if (isHere(there.slice(0, here.length))) return here.length ? "a part of the text" : "no text";
  if (JSON.stringify([...here].sort()) === JSON.stringify([...there].sort())) return "two pieces swapped";
  if (there.some((piece, i) => isHere(there.toSpliced(i, 0, piece)))) return "a piece twice";
  if (there.some((_, i) => isHere(there.toSpliced(i, 1)))) return "a piece missing";
  return "another text";
}
