// The first page: what the calculator does, the visitor's needs, and three ways into the form.

import { fill, h } from '../../shared/dom.js';
import { t } from '../../shared/language.js';
import { askAndClear } from '../start/clear.js';
import { CreditDoor } from '../start/credit_door.js';
import { needsChooser } from '../start/needs.js';
import { trouble, waiting } from '../../shared/trouble.js';

const NOT_REGISTERED = ['registration_status', 'not_yet_registered'];

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
    fill(container, head(session), waiting(t('loading')));
    try {
      await session.load();
    } catch (error) {
      fill(container, head(session), trouble(error, open));
      return;
    }
    if (left) return;
    door = new CreditDoor(session);
    fill(container, head(session), kept(session, open), needsChooser(session), doors(session, door), foot());
  };
  await open();
  return () => {
    left = true;
    door?.stop();
  };
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
    h('a', { href: '#/form', class: 'button button-main start-now', click: () => registered(answers) }, t('start_now')),
  );
}

// A visitor who said that the company is not registered yet and then starts otherwise takes that back.
/** @param {Pages.Answers} answers */
function registered(answers) {
  const [fact, founder] = NOT_REGISTERED;
  if (answers.entry(fact).value === founder) answers.set(fact, {});
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
    h(
      'div',
      { class: 'actions' },
      h('a', { href: '#/result', class: 'button button-main' }, t('submit')),
      h('a', { href: '#/form', class: 'button' }, t('check_on')),
      h('button', { type: 'button', class: 'button button-quiet', click: clear }, t('clear')),
    ),
  );
}

/** @param {Pages.CompanySession} session @param {CreditDoor} creditDoor */
function doors({ answers }, creditDoor) {
  const unregistered = () => answers.set(NOT_REGISTERED[0], { value: NOT_REGISTERED[1] });
  creditDoor.element.addEventListener('submit', () => registered(answers));
  return h(
    'section',
    { class: 'doors', 'aria-labelledby': 'doors-title' },
    h('h2', { id: 'doors-title' }, t('doors_title')),
    h(
      'div',
      { class: 'doors-all' },
      creditDoor.element,
      h(
        'div',
        { class: 'doors-others' },
        h(
          'div',
          { class: 'door' },
          h('h3', {}, t('door_hand')),
          h('p', { class: 'muted' }, t('door_hand_note')),
          h('a', { href: '#/form', class: 'button button-main', click: () => registered(answers) }, t('door_hand_go')),
        ),
        h(
          'div',
          { class: 'door' },
          h('h3', {}, t('door_new')),
          h('p', { class: 'muted' }, t('door_new_note')),
          h('a', { href: '#/form', class: 'button', click: unregistered }, t('door_new_go')),
        ),
      ),
    ),
  );
}

function foot() {
  return h('p', { class: 'start-resume' }, t('resume_ask'), ' ', h('a', { href: '#/resume' }, t('resume_link')));
}
