import {byId, element} from './elements.js';
import {count} from './format.js';
import {short} from './text.js';

const LISTS = [
  {title: 'Errors by kind', none: 'none', of: stats => Object.entries(stats.errors)},
  {title: 'Faults', none: 'none', of: stats => Object.entries(stats.faults)},
  {title: 'Limits hit', none: 'none', of: stats => Object.entries(stats.limits_hit)},
  {title: 'Active incidents', none: 'none', of: stats => stats.active_incidents.map(name => [name, null])},
];
const MOST = 12;

const shown = LISTS.map(list => {
  const node = element('dl', {class: 'counts'});
  byId('counts').append(element('section', {class: 'panel', 'aria-label': list.title},
    element('div', {class: 'title'}, element('h2', {}, list.title)), node));
  return {...list, node, written: ''};
});

/** Shows what went wrong, and why. */
export function showCounts(stats) {
  for (const list of shown) {
    const entries = list.of(stats);
    const written = JSON.stringify(entries);
    if (written !== list.written) {
      list.written = written;
      list.node.replaceChildren(...(entries.length === 0 ? [element('dt', {class: 'muted'}, list.none)] : greatest(entries)));
    }
  }
}

function greatest(entries) {
  const sorted = entries.toSorted(([, one], [, other]) => other - one);
  const left = sorted.length - MOST;
  const terms = sorted.slice(0, MOST).flatMap(([name, number]) =>
    [element('dt', {title: short(name, 300)}, short(name)), element('dd', {}, number === null ? 'now' : count(number))]);
  return left > 0 ? [...terms, element('dt', {class: 'muted'}, `and ${left} more`)] : terms;
}
