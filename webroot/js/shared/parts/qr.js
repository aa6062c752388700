// A QR code as a picture, drawn in the page: what it holds goes to no third party.

import { fetchQr } from '../api.js';

const SVG = 'http://www.w3.org/2000/svg';
const QUIET = 4; // light modules around it that readers need

/**
 * The picture of `text`, at most 500 bytes; `label` says it to those who do not see it. Throws what the request throws.
 * @param {string} text @param {string} label
 */
export async function qrCode(text, label) {
  return qrPicture(await fetchQr(text), label);
}

/**
 * `rows` of '0' and '1' (dark). Black on white whatever the page's colours: readers expect it.
 * @param {Api.QrCode} given @param {string} label
 */
export function qrPicture({ size, rows }, label) {
  const whole = size + 2 * QUIET;
  const picture = s('svg', {
    viewBox: `0 0 ${whole} ${whole}`,
    class: 'qr',
    role: 'img',
    'aria-label': label,
    'shape-rendering': 'crispEdges',
  });
  const name = s('title');
  name.textContent = label;
  picture.append(
    name,
    s('rect', { width: whole, height: whole, fill: '#fff' }),
    s('path', { d: darkRuns(rows), fill: '#000' }),
  );
  return picture;
}

/**
 * One bar for each run of dark modules in a row.
 * @param {string[]} rows
 */
export function darkRuns(rows) {
  return rows
    .flatMap((row, y) =>
      [...row.matchAll(/1+/g)].map(
        ({ 0: run, index }) => `M${index + QUIET} ${y + QUIET}h${run.length}v1h-${run.length}z`,
      ),
    )
    .join('');
}

/** @param {string} tag */
function s(tag, attributes = {}) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
