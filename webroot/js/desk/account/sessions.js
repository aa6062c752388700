// Where the reader's account is logged in, and ending that.

import { fill, h, reveal } from '../../shared/dom.js';
import { timeText } from '../../shared/china_time.js';
import { t } from '../../shared/language.js';
import { waiting } from '../../shared/trouble.js';
import { deskTrouble } from '../trouble.js';
import { isProblem } from '../visit.js';

/**
 * The part of the account page; it reads its content by itself.
 * @param {Desk.Visit} visit
 */
export function sessionsPart(visit) {
  const said = h('div', { class: 'banner' });
  const place = h('div', {}, waiting(t('sessions_loading')));

  async function load() {
    try {
      const { sessions } = await visit.get('sessions');
      fill(place, list(sessions, end, endOthers));
    } catch (error) {
      fill(place, deskTrouble(error, load));
    }
  }
  /** @param {string} path @param {string} done */
  async function remove(path, done) {
    fill(said);
    try {
      await visit.send('DELETE', path);
    } catch (error) {
      // It has just ended by itself.
      if (!isProblem(error, 'no_session')) {
        tell(deskTrouble(error, () => remove(path, done)));
        return;
      }
    }
    tell(h('p', { class: 'notice notice-done', role: 'status' }, t(done)));
    await load();
  }
  /** @param {HTMLElement} notice */
  function tell(notice) {
    fill(said, notice);
    notice.tabIndex = -1;
    reveal(notice);
  }
  /** @param {number} id */
  const end = (id) => remove(`sessions/${id}`, 'session_ended');
  const endOthers = () => remove('other-sessions', 'sessions_ended');

  load();
  return h(
    'section',
    { class: 'desk-part sessions' },
    h('h2', {}, t('sessions_title')),
    h('p', { class: 'muted' }, t('sessions_lead')),
    said,
    place,
  );
}

/** @param {Api.OwnSession[]} sessions @param {(id: number) => unknown} end @param {() => unknown} endOthers */
function list(sessions, end, endOthers) {
  const others = sessions.some((one) => !one.current);
  return [
    h(
      'ul',
      { class: 'ways' },
      sessions.map((one) => line(one, end)),
    ),
    others
      ? h(
          'div',
          { class: 'actions' },
          h('button', { type: 'button', class: 'button', click: endOthers }, t('sessions_end_others')),
        )
      : h('p', { class: 'muted' }, t('sessions_no_other')),
  ];
}

/** @param {Api.OwnSession} session @param {(id: number) => unknown} end */
function line({ id, began_at: began, last_seen_at: seen, network, current }, end) {
  const what = t('session_line', {
    network: network ?? t('session_somewhere'),
    began: timeText(began),
    seen: timeText(seen),
  });
  return h(
    'li',
    { 'data-session': id },
    h('span', {}, what, current ? h('span', { class: 'tag' }, t('session_current')) : null),
    current
      ? null
      : h(
          'button',
          { type: 'button', class: 'button button-quiet', click: () => end(id) },
          t('session_end'),
          h('span', { class: 'visually-hidden' }, ` ${what}`),
        ),
  );
}
