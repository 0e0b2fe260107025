import {element} from './elements.js';

/**
 * Shows items as rows of a table body. A row stays the same element while its item is there, so that focus and pointer
 * stay where they are; the first cell stays too.
 */
export function rows(body, keyOf, cellsOf, firstOf) {
  const known = new Map();
  return items => {
    const keys = new Set(items.map(keyOf));
    forget(known, keys);
    let next = body.firstChild;
    for (const item of items) {
      const row = rowOf(item);
      if (row === next) {
        next = next.nextSibling;
      } else {
        body.insertBefore(row, next);
      }
    }
  };

  function rowOf(item) {
    const key = keyOf(item);
    const written = JSON.stringify(item);
    const entry = known.get(key) ?? {row: element('tr', {}, firstOf(item)), written: ''};
    known.set(key, entry);
    if (entry.written !== written) {
      entry.written = written;
      entry.row.replaceChildren(entry.row.firstChild, ...cellsOf(item));
    }
    return entry.row;
  }
}

function forget(known, keys) {
  for (const [key, entry] of known) {
    if (!keys.has(key)) {
      entry.row.remove();
      known.delete(key);
    }
  }
}

/** A cell with a number, or a text that is aligned like one. */
export function number(text, kind = '') {
  return element('td', {class: `number ${kind}`}, text);
}
