// Style sheets of late pages.

import { Away } from './api.js';

const loading = new Map();

/**
 * Loads a style sheet once; resolves when it applies, rejects if it cannot be loaded.
 * @param {string} href
 */
export function stylesheet(href) {
  if (!loading.has(href)) loading.set(href, load(href));
  return loading.get(href);
}

/** @param {string} href @returns {Promise<void>} */
function load(href) {
  return new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => {
      loading.delete(href);
      link.remove();
      reject(new Away(href));
    });
    document.head.append(link);
  });
}
