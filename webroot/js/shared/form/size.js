// The size class that the answers so far allow, with the reason.

import { fill, h } from '../dom.js';
import { factValue } from '../format.js';
import { onlyChinese, t } from '../language.js';

export class SizePanel {
  #text;

  constructor() {
    this.#text = h('div', {}, h('p', {}, t('size_waiting')));
    this.element = h('div', { class: 'size', role: 'status' }, h('h3', {}, t('size_title')), this.#text);
  }

  /**
   * `derived` is `profile.derived.enterprise_size`; all four classes possible says nothing yet.
   * @param {Api.Derived | undefined} derived @param {Api.Fact | undefined} fact
   */
  show(derived, fact) {
    const possible = derived?.possible ?? null;
    const classes = (fact?.options ?? []).map(({ code }) => code);
    // All classes being possible says nothing, even if "no enterprise" is possible too.
    const open = !possible || !fact || classes.every((code) => possible.includes(code));
    fill(
      this.#text,
      h('p', { class: open ? null : 'size-value' }, open ? t('size_waiting') : sizeText(possible, fact)),
      !open && derived?.because ? h('p', { class: 'muted', lang: onlyChinese() }, derived.because) : null,
    );
  }
}

/** @param {string[]} possible @param {Api.Fact} fact */
function sizeText(possible, fact) {
  if (possible.length === 0) return t('size_none');
  const names = possible.map((code) => factValue(fact, code));
  return names.length === 1 ? t('size_one', { size: names[0] }) : t('size_many', { sizes: names.join(t('or')) });
}
