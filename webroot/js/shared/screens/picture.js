// The pictures of the tiles, drawn in one file.

const SVG = 'http://www.w3.org/2000/svg';
const SPRITE = '/img/pictures.svg';

/**
 * The picture of that name, which says nothing that the label does not; null without a name.
 * @param {string | null | undefined} name
 */
export function picture(name) {
  if (!name) return null;
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'screen-tile-picture');
  svg.setAttribute('viewBox', '0 0 48 48');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `${SPRITE}#${encodeURIComponent(name)}`);
  svg.append(use);
  return svg;
}
