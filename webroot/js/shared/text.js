// Texts as they are compared.

/**
 * Full and half width count as equal, and so do capitals and small letters.
 * @param {string} text
 */
export function folded(text) {
  return text.normalize('NFKC').toLowerCase();
}

/**
 * Whether each word of `sought` occurs in one of `texts`.
 * @param {string[]} texts @param {string} sought
 */
export function holds(texts, sought) {
  const all = folded(texts.join('\n'));
  return folded(sought)
    .split(/\s+/)
    .every((word) => all.includes(word));
}
