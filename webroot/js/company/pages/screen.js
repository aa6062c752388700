// One screen: one sentence, and large things to tap.

import { readdress } from '../../shared/router.js';
import { fill, h } from '../../shared/dom.js';
import { addWords, t } from '../../shared/language.js';
import { stylesheet } from '../../shared/style.js';
import { trouble, waiting } from '../../shared/trouble.js';
import { loadScreens } from '../../shared/screens/data.js';
import { usefulOf } from '../screens/live.js';
import { ScreenPage } from '../screens/page.js';
import { nextByOrder } from '../../shared/screens/rules.js';
import { screenWords } from '../../shared/screens/words.js';

/** Words and style; resolves when they are there. */
export function ready() {
  addWords(screenWords);
  return stylesheet('/css/screens.css');
}

/**
 * `id` is the screen's; without it the first one that is still to answer. Returns what to do when the
 * reader goes elsewhere.
 * @param {Pages.CompanySession} session @param {HTMLElement} view @param {string} id
 * @param {URLSearchParams} query
 */
export async function show(session, view, id, query) {
  /** @type {ScreenPage | null} */
  let page = null;
  let left = false;
  const open = async () => {
    fill(view, waiting(t('loading')));
    try {
      let [screens] = await Promise.all([loadScreens(), session.load()]);
      const wanted = id || (await firstOpen(session, screens));
      if (left) return;
      if (wanted === null) {
        location.replace('#/result');
        return;
      }
      if (!id) readdress(`#/screen/${encodeURIComponent(wanted)}`);
      if (!screens.some((one) => one.id === wanted)) screens = await loadScreens({ anew: true });
      if (left) return;
      const screen = screens.find((one) => one.id === wanted);
      if (!screen) {
        fill(view, gone());
        return;
      }
      page = new ScreenPage(session, screens, screen, query.get('from') === 'check');
      fill(view, page.element);
      page.start();
    } catch (error) {
      if (!left) fill(view, h('h1', { tabindex: '-1' }, t('form_title')), trouble(error, open));
    }
  };
  await open();
  return () => {
    left = true;
    page?.stop();
  };
}

/**
 * The id of the first screen that can still decide something; null if none can.
 * @param {Pages.CompanySession} session @param {Api.Screen[]} screens
 */
async function firstOpen(session, screens) {
  const { answers } = session;
  if (answers.count() === 0 && answers.passed.length === 0) return screens[0]?.id ?? null;
  try {
    const { next_screen: next } = await usefulOf(session).count(new AbortController().signal);
    return next?.id ?? null;
  } catch {
    const valueOf = (/** @type {string} */ fact) => answers.entry(fact).value;
    return nextByOrder(screens, '', answers.passed, valueOf)?.id ?? null;
  }
}

function gone() {
  return [
    h('h1', { tabindex: '-1' }, t('screen_gone_title')),
    h('p', { class: 'lead' }, t('screen_gone_text')),
    h(
      'div',
      { class: 'actions screen-gone' },
      h('a', { href: '#/screen', class: 'button button-main' }, t('start_now')),
      h('a', { href: '#/check', class: 'button' }, t('check_link')),
      h('a', { href: '#/', class: 'button button-quiet' }, t('screen_to_start')),
    ),
  ];
}
