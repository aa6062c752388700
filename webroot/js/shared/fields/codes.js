// Codes as people type and paste them.

// Blanks of any width and signs that cannot be seen, which come along when a code is copied.
const UNSEEN = /[\s\u00ad\u200b-\u200d\u2060\ufeff]+/g;

/**
 * `text` without blanks and invisible characters.
 * @param {string} text
 */
export function unspaced(text) {
  return text.replace(UNSEEN, '');
}

/**
 * As the service compares codes: plain capitals and digits, no hyphens.
 * @param {string} text
 */
export function plainCode(text) {
  return unspaced(text)
    .replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[-－–—]/g, '')
    .toUpperCase();
}
