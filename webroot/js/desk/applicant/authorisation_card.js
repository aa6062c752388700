// The applicant's authorisation: its terms, its renewal and its withdrawal.

import { fill, h } from '../../shared/dom.js';
import { t } from '../../shared/language.js';
import { Form } from '../form.js';
import { timeText } from '../../shared/china_time.js';
import { askSure } from '../sure.js';
import { deskTrouble, notice, waitNotice } from '../trouble.js';
import { isProblem } from '../visit.js';
import { authorisationBody, authorisationDraft, authorisationFields, authorisationProblems } from './authorisation.js';
import { pieces, purposeText } from './values.js';

/**
 * A card, folded to one line. `onRenewed()` is called after a renewal, `onWithdrawn(answer)` after a
 * withdrawal, and `onScreen(draft, agree, explain)` when the applicant has to read and agree first;
 * `explain(error)` returns a notice or null.
 * @param {Desk.Record} record @param {Desk.AuthorisationEvents} then
 */
export function authorisationCard(record, { onRenewed, onScreen, onWithdrawn }) {
  const { authorisation } = record.base;
  const place = h('div', { class: 'authorisation-do' });
  const said = h('div', {});
  /** @param {boolean} focus */
  const calm = (focus) => {
    const renew = h(
      'button',
      {
        type: 'button',
        class: 'button button-quiet',
        click: () =>
          fill(
            place,
            renewForm(record, { onRenewed, onScreen }, () => calm(true)),
          ),
      },
      t('authorisation_renew'),
    );
    const end = h(
      'button',
      { type: 'button', class: 'button button-danger', click: () => ask(record, place, said, calm, onWithdrawn) },
      t('authorisation_withdraw'),
    );
    fill(place, h('div', { class: 'actions' }, renew, end));
    if (focus) end.focus();
  };
  calm(false);
  /** @param {string} label @param {string} value */
  const line = (label, value) => h('div', {}, h('dt', {}, label), h('dd', {}, value));
  return h(
    'details',
    { class: 'desk-card line-card authorisation-card' },
    h(
      'summary',
      {},
      h('h2', {}, t('authorisation_title')),
      h(
        'span',
        {},
        pieces([
          authorisation.given_by,
          purposeText(authorisation),
          t('authorisation_until', { date: authorisation.until }),
        ]),
      ),
    ),
    h(
      'dl',
      { class: 'facts' },
      line(t('authorisation_given_by'), authorisation.given_by),
      line(t('authorisation_purpose'), purposeText(authorisation)),
      line(t('authorisation_last'), authorisation.until),
      line(t('authorisation_way'), t(`way.${authorisation.given}`)),
      authorisation.text_number ? line(t('authorisation_text_label'), authorisation.text_number) : null,
      line(
        t('authorisation_recorded'),
        t('by_whom', { name: authorisation.recorded_by?.name ?? '', at: timeText(authorisation.recorded_at) }),
      ),
    ),
    said,
    place,
  );
}

// Asks for confirmation and says what is erased and what is kept.
/**
 * @param {Desk.Record} record @param {HTMLElement} place @param {HTMLElement} said
 * @param {(focus: boolean) => void} calm @param {Desk.AuthorisationEvents['onWithdrawn']} onWithdrawn
 */
function ask(record, place, said, calm, onWithdrawn) {
  const end = async () => {
    fill(said);
    try {
      onWithdrawn(await record.send('DELETE', `applicants/${record.id}/authorisation`));
    } catch (error) {
      if (place.isConnected) fill(said, deskTrouble(error, end));
    }
  };
  askSure(place, {
    sure: t('withdraw_sure'),
    yes: t('withdraw_yes'),
    more: h(
      'ul',
      { class: 'withdraw-what' },
      h('li', {}, t('withdraw_erased')),
      h('li', {}, t('withdraw_kept')),
      h('li', {}, t('withdraw_open')),
    ),
    act: end,
    cancel: () => calm(true),
  });
}

/** @param {Desk.Record} record @param {Omit<Desk.AuthorisationEvents, 'onWithdrawn'>} then @param {() => void} calm */
function renewForm(record, { onRenewed, onScreen }, calm) {
  /** @type {Desk.AuthorisationDraft} */
  const draft = {
    ...authorisationDraft(),
    given_by: record.base.authorisation.given_by,
    purpose: record.base.authorisation.for_matters ? 'matters' : 'look',
  };
  const authorisation = authorisationFields(draft, ['paper', 'screen']);
  const send = async () => {
    await record.send('PUT', `applicants/${record.id}/authorisation`, authorisationBody(draft));
    onRenewed();
  };
  /** @param {unknown} error */
  const known = (error) => (isProblem(error, 'matters_open') ? notice('matters_open') : null);
  /** @type {Desk.Form} */
  const form = new Form({
    fields: Object.values(authorisation),
    submit: t('authorisation_renew_do'),
    busy: t('saving_staff'),
    check: () => authorisationProblems(draft),
    act: () => (draft.way === 'screen' ? onScreen(draft, send, known) : send()),
    explain: (error) => known(error) ?? waitNotice(error, form),
    rest: h('button', { type: 'button', class: 'button button-quiet', click: calm }, t('cancel')),
  });
  return form.element;
}
