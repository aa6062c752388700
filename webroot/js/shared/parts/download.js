// Offers a text, or what the service made, as a file.

import { h } from '../dom.js';

const PATIENCE = 1000; // milliseconds after which the browser has read it

/** @param {string} name @param {string} text @param {string} type */
export function download(name, text, type) {
  downloadFile(name, new Blob([text], { type: `${type};charset=utf-8` }));
}

/** @param {string} name @param {Blob} file */
export function downloadFile(name, file) {
  const address = URL.createObjectURL(file);
  const link = h('a', { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), PATIENCE);
}
