// A plot of bars, drawn in the page. Its table says the same in numbers, so it has one short label only.

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 640;
const HEIGHT = 160;
const FOOT = 18; // for the labels under the bars
const GAP = 0.25; // of a group, between groups

/**
 * `groups`: one a label under the axis, with a value for each of `series`; null leaves its bar out.
 * @param {{label: string, groups: {label: string, values: (number | null)[]}[], series: string[]}} given
 */
export function bars({ label, groups, series }) {
  const most = Math.max(1, ...groups.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const picture = s('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: 'bars', role: 'img', 'aria-label': label });
  const group = WIDTH / Math.max(1, groups.length);
  const bar = (group * (1 - GAP)) / series.length;
  const tall = HEIGHT - 2 * FOOT;
  // Labels that would run into one another are left out.
  const every = Math.ceil((groups.length * 60) / WIDTH);
  picture.append(s('path', { d: `M0 ${HEIGHT - FOOT}H${WIDTH}`, class: 'bars-axis' }));
  groups.forEach(({ label: name, values }, index) => {
    const left = index * group + (group * GAP) / 2;
    values.forEach((value, at) => {
      if (value === null) return;
      const high = (value / most) * tall;
      const x = left + at * bar;
      const y = HEIGHT - FOOT - high;
      picture.append(s('rect', { x, y, width: bar, height: high, class: `bars-${at}` }));
      if (value > 0 && bar > 12) picture.append(text(x + bar / 2, y - 3, String(value)));
    });
    if (index % every === 0) picture.append(text(index * group + group / 2, HEIGHT - 4, name));
  });
  return picture;
}

/** @param {number} x @param {number} y @param {string} words */
function text(x, y, words) {
  const element = s('text', { x, y, class: 'bars-text' });
  element.textContent = words;
  return element;
}

/** @param {string} tag @param {Record<string, string | number>} attributes */
function s(tag, attributes) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, typeof value === 'number' ? String(Math.round(value * 10) / 10) : value);
  }
  return element;
}
