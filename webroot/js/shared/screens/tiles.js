// One line of options, of which one is true: a tap chooses it.

import { fill, h } from '../dom.js';
import { language, say, t } from '../language.js';
import { phrases } from '../parts/phrases.js';
import { holds as matches } from '../text.js';
import { picture } from './picture.js';
import { chosenOne, holds } from './rules.js';

const LIST = /[、，]/;

// A list breaks after its marks, any other label between words.
/** @param {string} text */
function label(text) {
  return LIST.test(text)
    ? h('span', { class: 'screen-tile-label screen-tile-list' }, text)
    : h('span', { class: 'screen-tile-label phrases' }, phrases(text));
}

/**
 * Buttons for the options that are asked, by group. `look` is the screen's picture.
 * @param {Api.ScreenOption[]} options
 * @param {{look: string, labelledby: string, deeper: 'h2' | 'h3', valueOf: Pages.ValueOf,
 *   take: (option: Api.ScreenOption) => void}} how
 */
export function tiles(options, { look, labelledby, deeper, valueOf, take }) {
  const shown = options.filter((option) => holds(option.when, valueOf));
  const buttons = new Map(
    shown.map((option) => [
      option,
      h(
        'button',
        {
          type: 'button',
          id: `tile-${option.id}`,
          class: `screen-tile screen-tile-${look}`,
          'data-option': option.id,
          'data-place': look === 'map' ? option.id : null,
          click: () => take(option),
        },
        picture(option.picture),
        label(say(option)),
      ),
    ]),
  );
  const update = () => {
    const chosen = chosenOne(shown, valueOf);
    for (const [option, button] of buttons) button.setAttribute('aria-pressed', String(option === chosen));
  };
  update();
  const groups = [...new Set(shown.map(({ group }) => group))].map((group, index) => {
    const own = shown.filter((option) => option.group === group);
    return groupOf(
      own,
      own.map((option) => buttons.get(option)),
      group ? `${labelledby}-tiles-${index}` : '',
      { look, labelledby, deeper },
    );
  });
  return { element: h('div', { class: 'screen-tiles-all' }, groups), update, buttons };
}

/**
 * `id`: of the group's name; '' without one.
 * @param {Api.ScreenOption[]} options @param {Pages.Child[]} buttons @param {string} id
 * @param {{look: string, labelledby: string, deeper: 'h2' | 'h3'}} how
 */
function groupOf([first], buttons, id, { look, labelledby, deeper }) {
  // Without an English heading the tiles name themselves.
  const hasName = id !== '' && (language() === 'zh' || Boolean(first.group_en));
  const name = hasName ? h(deeper, { id, class: 'screen-tiles-title' }, say(first, 'group')) : null;
  return h(
    'div',
    { class: 'screen-tiles-group' },
    name,
    h(
      'div',
      { class: `screen-tiles screen-tiles-${look}`, role: 'group', 'aria-labelledby': hasName ? id : labelledby },
      buttons,
    ),
  );
}

/**
 * A search that hides the tiles without the words, on the screen `id`.
 * @param {ReturnType<typeof tiles>} drawn @param {string} id
 */
export function tileSearch({ buttons, element }, id) {
  const said = h('p', { class: 'muted', role: 'status' });
  const input = h('input', {
    id: `search-${id}`,
    type: 'search',
    autocomplete: 'off',
    placeholder: t('screen_search_hint'),
  });
  const search = () => {
    const sought = input.value.trim();
    let found = 0;
    for (const [option, button] of buttons) {
      button.hidden = sought !== '' && !matches([option.label, option.label_en, ...(option.words ?? [])], sought);
      if (!button.hidden) ++found;
    }
    // A group without tiles has no heading.
    for (const group of element.querySelectorAll('.screen-tiles-group'))
      if (group instanceof HTMLElement) group.hidden = group.querySelector('.screen-tile:not([hidden])') === null;
    fill(said, sought === '' ? '' : found === 0 ? t('screen_found_none') : t('screen_found', { n: found }));
  };
  input.addEventListener('input', search);
  return h('div', { class: 'screen-search' }, h('label', { for: `search-${id}` }, t('screen_search')), input, said);
}
