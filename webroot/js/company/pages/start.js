// The first page: what the calculator does, the way into the screens, and two smaller ways.

import { fill, h } from '../../shared/dom.js';
import { t } from '../../shared/language.js';
import { askAndClear } from '../start/clear.js';
import { deviceChoice } from '../keep/device_choice.js';
import { CreditDoor } from '../start/credit_door.js';
import { trouble, waiting } from '../../shared/trouble.js';

/**
 * Returns what to do when the reader goes elsewhere.
 * @param {Pages.CompanySession} session @param {HTMLElement} container
 */
export async function startPage(session, container) {
  /** @type {CreditDoor | null} */
  let door = null;
  let left = false;
  const open = async () => {
    door?.stop();
    fill(container, top(session), waiting(t('loading')));
    try {
      await session.load();
    } catch (error) {
      fill(container, top(session), trouble(error, open));
      return;
    }
    if (left) return;
    door = new CreditDoor(session);
    fill(container, top(session), kept(session, open), doors(door), foot());
  };
  await open();
  return () => {
    left = true;
    door?.stop();
  };
}

/** @param {Pages.CompanySession} session */
function top(session) {
  return h('div', { class: 'start-top' }, head(session), gains());
}

// Shown where there is room beside the head, which says the same in one sentence.
function gains() {
  return h(
    'aside',
    { class: 'start-gains', 'aria-labelledby': 'gains-title' },
    h('h2', { id: 'gains-title' }, t('gains_title')),
    h(
      'ul',
      {},
      ['best', 'why', 'whom', 'basis'].map((gain) => h('li', {}, t(`gain_${gain}`))),
    ),
  );
}

/** @param {Pages.CompanySession} session */
function head({ answers }) {
  return h(
    'div',
    { class: 'start-head' },
    h('h1', { tabindex: '-1' }, t('start_title')),
    h('p', { class: 'lead' }, t('start_lead')),
    h(
      'ul',
      { class: 'promises' },
      ['free', 'login', 'minutes', 'orientation'].map((promise) => h('li', {}, t(`promise_${promise}`))),
      h('li', {}, h('a', { href: '/notice' }, t('promise_source'))),
    ),
    h(
      'a',
      { href: '#/screen', class: 'button button-main start-now' },
      t(answers.count() > 0 ? 'start_on' : 'start_now'),
    ),
  );
}

// What a returning visitor has answered is still there.
/** @param {Pages.CompanySession} session @param {() => unknown} again */
function kept(session, again) {
  const count = session.answers.count();
  if (count === 0) return null;
  const clear = () => {
    if (askAndClear(session)) again();
  };
  return h(
    'div',
    { class: 'notice start-kept' },
    h('h2', {}, t('kept_title', { n: count })),
    since(session),
    h(
      'div',
      { class: 'actions' },
      h('a', { href: '#/result', class: 'button' }, t('submit')),
      h('a', { href: '#/check', class: 'button button-quiet' }, t('check_link')),
      h('button', { type: 'button', class: 'button button-quiet', click: clear }, t('clear')),
    ),
    deviceChoice(session),
  );
}

// Loaded only for a returning visitor.
/** @param {Pages.CompanySession} session */
function since({ seen: { state } }) {
  const place = h('div', {});
  if (state)
    import('../since/start_line.js').then(
      ({ startLine }) => startLine(state, place),
      () => undefined,
    );
  return place;
}

/** @param {CreditDoor} creditDoor */
function doors(creditDoor) {
  return h(
    'section',
    { class: 'doors', 'aria-labelledby': 'doors-title' },
    h('h2', { id: 'doors-title' }, t('doors_title')),
    creditDoor.element,
    h(
      'p',
      { class: 'doors-all' },
      t('doors_form'),
      ' ',
      h('a', { href: '#/form', class: 'doors-link' }, t('all_questions')),
    ),
  );
}

function foot() {
  return h('p', { class: 'start-resume' }, t('resume_ask'), ' ', h('a', { href: '#/resume' }, t('resume_link')));
}
