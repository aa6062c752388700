// A plot of the overview, drawn by Chartist. The table beside it says the same in numbers.

import { fill, h } from '../../shared/dom.js';
import { t } from '../../shared/language.js';

// Not a literal in import(): the library has no types that the checker could read.
const LIBRARY = '/vendor/chartist.js';
const AXIS = 56; // pixels for the scale, or for the names of lying bars
const NAMES = 96;
const LABEL = 64; // pixels that a label under the axis takes
const WIDE = 'screen and (min-width: 40rem)';

/** @type {Promise<Desk.Chartist> | null} */
let loading = null;

/** The library; it is asked for again after a failure. @returns {Promise<Desk.Chartist>} */
function load() {
  loading ??= import(LIBRARY).then(setStylesByScript).catch((error) => {
    loading = null;
    throw error;
  });
  return loading;
}

// The content policy refuses the attribute `style`; the same set by script is allowed.
/** @param {Desk.Chartist} library */
function setStylesByScript(library) {
  const { prototype } = library.Svg;
  const { attr } = prototype;
  prototype.attr = function (attributes, namespace) {
    if (typeof attributes === 'string' || attributes.style === undefined) return attr.call(this, attributes, namespace);
    const { style, ...others } = attributes;
    this.getNode().style.cssText = String(style);
    return attr.call(this, others, namespace);
  };
  return library;
}

/**
 * `groups`: one a label, with a value for each series; null is drawn as nothing. `kind`: lines, upright
 * bars, or bars from left to right, one below the other.
 * @param {{label: string, kind: 'lines' | 'bars' | 'lying',
 *   groups: {label: string, values: (number | null)[]}[]}} given
 */
export function chart({ label, kind, groups }) {
  const place = h('div', { class: `flow-chart flow-chart-${kind}`, role: 'img', 'aria-label': label });
  const series = (groups[0]?.values ?? []).map((_, index) => ({
    className: `ct-series-${'abcd'[index]}`,
    data: groups.map(({ values }) => values[index] ?? 0),
  }));
  const data = { labels: groups.map((one) => one.label), series };
  load().then(
    (library) => draw(library, place, kind, kind === 'lying' ? fromBelow(data) : data),
    () => {
      place.removeAttribute('role');
      place.removeAttribute('aria-label');
      fill(place, h('p', { class: 'muted' }, t('flow_no_plot')));
    },
  );
  return place;
}

// Lying bars are drawn upwards, and people read downwards. (The library's own option for this leaves each
// series the colour of another one.)
/** @param {Desk.ChartData} data @returns {Desk.ChartData} */
function fromBelow({ labels, series }) {
  return {
    labels: labels.slice().reverse(),
    series: series
      .map(({ className, data }) => ({ className, data: data.slice().reverse() }))
      .slice()
      .reverse(),
  };
}

/**
 * @param {Desk.Chartist} library @param {HTMLElement} place @param {'lines' | 'bars' | 'lying'} kind
 * @param {Desk.ChartData} data
 */
function draw(library, place, kind, data) {
  const lying = kind === 'lying';
  const values = { onlyInteger: true, low: 0, offset: lying ? 24 : AXIS, scaleMinSpace: lying ? 40 : 20 };
  const names = { showGrid: false, offset: lying ? NAMES : 32, labelInterpolationFnc: fitting(place, kind, data) };
  const options = {
    axisX: lying ? values : names,
    axisY: lying ? names : values,
    chartPadding: { top: 12, right: 16, bottom: 4, left: 0 },
    ...(kind === 'lines' ? { lineSmooth: false, fullWidth: true } : { horizontalBars: lying, seriesBarDistance: 10 }),
  };
  const made =
    kind === 'lines'
      ? new library.LineChart(place, data, { ...options, low: 0 })
      : new library.BarChart(place, data, options, lying ? [] : [[WIDE, { seriesBarDistance: 18 }]]);
  made.on('created', ({ svg }) => {
    // On paper the picture shrinks with its place. A page that has gone is not drawn again.
    const { width, height } = svg.getNode().getBoundingClientRect();
    svg.attr({ viewBox: `0 0 ${width} ${height}` });
    if (!place.isConnected) made.detach();
  });
}

// Labels under the axis that would run into one another are left out.
/** @param {HTMLElement} place @param {string} kind @param {Desk.ChartData} data */
function fitting(place, kind, { labels }) {
  /** @param {string} name @param {number} index */
  return (name, index) => {
    if (kind !== 'lines') return name;
    const every = Math.ceil((labels.length * LABEL) / Math.max(place.clientWidth - AXIS, LABEL));
    return index % every === 0 ? name : null;
  };
}
