// The policy map as a fold of the result page. The notice is read when it is first needed; without it
// the page goes on, as the map only shows in another way what the groups list.

import { fill, h, reveal } from '../dom.js';
import * as library from '../library.js';
import { say, t } from '../language.js';
import { mapTable, policyMap } from './map.js';

/** The chapters and the titles of the items, by number. */
export async function readNotice() {
  const [chapters, clauses] = await Promise.all([library.chapters(), library.clauses()]);
  const titles = new Map(
    clauses.map(({ item, item_title: title, item_title_en: english }) => [item, { title, title_en: english }]),
  );
  return { chapters, titles };
}

export class MapPanel {
  #onChoose;
  #body;
  /** @type {Awaited<ReturnType<typeof readNotice>> | null} */
  #notice = null;
  /** @type {Api.Match[]} */
  #matches = [];
  #chosen = '';

  /** @param {(item: string) => unknown} onChoose */
  constructor(onChoose) {
    this.#onChoose = onChoose;
    this.#body = h('div', { class: 'map-body' });
    this.element = h(
      'details',
      {
        class: 'map-panel',
        'data-fold': 'map',
        open: matchMedia('(min-width: 48rem)').matches,
        hidden: true,
        'data-unprinted': true,
      },
      h('summary', {}, t('map_title')),
      h('p', { class: 'muted' }, t('map_note')),
      this.#body,
    );
    this.#read();
  }

  /** @param {Api.Match[]} matches @param {string} chosen */
  show(matches, chosen) {
    this.#matches = matches;
    this.#chosen = chosen;
    this.#draw();
  }

  async #read() {
    try {
      this.#notice = await readNotice();
      this.#draw();
    } catch {
      this.element.hidden = true;
    }
  }

  #draw() {
    if (!this.#notice) return;
    const focused = this.#body.contains(document.activeElement)
      ? /** @type {HTMLElement} */ (document.activeElement).dataset.item
      : undefined;
    const table = this.#body.querySelector('details')?.open ?? false;
    this.element.hidden = false;
    fill(
      this.#body,
      policyMap(this.#matches, { ...this.#notice, chosen: this.#chosen }, this.#onChoose),
      this.#chosen ? chosenLine(this.#chosen, this.#notice.titles.get(Number(this.#chosen))) : null,
      h(
        'details',
        { class: 'fold', open: table },
        h('summary', {}, t('map_as_table')),
        mapTable(this.#matches, this.#notice),
      ),
    );
    if (focused === undefined) return;
    const again = this.#body.querySelector(`[data-item="${CSS.escape(focused)}"]`);
    if (again instanceof HTMLElement) again.focus({ preventScroll: true });
  }
}

// On a phone the measures lie below the window: the line leads there.
/** @param {string} item @param {{title: string, title_en: string} | undefined} record */
function chosenLine(item, record) {
  /** @param {MouseEvent} event */
  const go = (event) => {
    event.preventDefault();
    const group = document.querySelector('.result-groups h2');
    if (group instanceof HTMLElement) reveal(group);
  };
  return h(
    'p',
    { class: 'map-chosen' },
    t('map_chosen', { item, title: say(record ?? {}, 'title') }),
    h('a', { href: '#/result', click: go }, t('map_go')),
  );
}
