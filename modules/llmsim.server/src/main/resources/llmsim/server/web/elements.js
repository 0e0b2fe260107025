import {visible} from './text.js';

const SVG = 'http://www.w3.org/2000/svg';

/** An HTML element. Children are nodes or texts; functions are listeners by the name of their event. */
export function element(name, attributes = {}, ...children) {
  return filled(document.createElement(name), attributes, children);
}

/** The same of SVG. */
export function drawn(name, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, name), attributes, children);
}

/** The element of the page with this id. */
export function byId(id) {
  return document.getElementById(id);
}

/** Says a text in an element of the page. */
export function say(id, text) {
  const node = byId(id);
  const now = visible(text);
  if (node.textContent !== now) {
    node.textContent = now;
  }
}

function filled(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      node.addEventListener(name, value);
    } else if (value !== false && value !== null && value !== undefined) {
      node.setAttribute(name, value === true ? '' : visible(value));
    }
  }
  node.append(...children.map(child => (child instanceof Node ? child : visible(child))));
  return node;
}
