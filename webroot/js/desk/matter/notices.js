// The notices at the top of a matter's page: what was done, conflicts, what is gone.

import { h } from '../../shared/dom.js';
import { t, tCode } from '../../shared/language.js';
import { timeText } from '../../shared/china_time.js';
import { staffText } from './labels.js';

/**
 * Another person was first: who did what.
 * @param {Api.Change[]} changes
 */
export function conflictNotice(changes) {
  return h(
    'div',
    { class: 'notice notice-trouble conflict', role: 'alert' },
    h('h2', {}, t('matter_conflict_title')),
    changes.length > 0
      ? h(
          'ul',
          {},
          changes.map((one) =>
            h(
              'li',
              {},
              t('conflict_line', { at: timeText(one.at), name: staffText(one.who), what: whatText(one.what) }),
            ),
          ),
        )
      : null,
    h('p', {}, t('matter_conflict_text')),
  );
}

/** @param {string[]} what */
function whatText(what) {
  const named = [...new Set(what.map((one) => tCode('what', one, one)))];
  return named.length > 0 ? named.join(t('list_separator')) : t('conflict_unknown');
}

/** @param {[key: string, parts: Pages.WordParts]} done */
export function doneNotice([key, parts]) {
  return h('p', { class: 'notice notice-done', role: 'status' }, t(key, parts));
}

/**
 * The matter is kept, all that was said about the applicant is not.
 * @param {'withdrawn' | 'expired'} why
 */
export function erasedNotice(why) {
  return h(
    'div',
    { class: 'notice erased', role: 'status' },
    h('h2', {}, t(`erased_title.${why}`)),
    h('p', {}, t('erased_text')),
  );
}

/** A whole page: the matter does not exist, or this person may no longer see it. */
export function gonePage() {
  return h(
    'div',
    { class: 'narrow' },
    h('h1', { tabindex: '-1' }, t('gone_title')),
    h('p', { class: 'lead' }, t('gone_text')),
    h('div', { class: 'actions' }, h('a', { class: 'button button-main', href: '#/' }, t('matter_back'))),
  );
}
