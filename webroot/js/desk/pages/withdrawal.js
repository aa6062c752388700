// A company withdraws its authorisation at a window that need not be its own.

import { announce, fill, h } from '../../shared/dom.js';
import { t } from '../../shared/language.js';
import { isStatus } from '../../shared/api.js';
import { timeText } from '../../shared/china_time.js';
import { ready } from '../applicant/record_page.js';
import { choiceField, textField } from '../fields.js';
import { Form } from '../form.js';
import { referenceIn } from '../matter/query_code.js';
import { askSure } from '../sure.js';
import { deskTrouble, notice, waitNotice } from '../trouble.js';

const CODE_SYMBOLS = 18; // of a credit code, GB 32100

/** @param {Desk.Visit} visit @param {HTMLElement} view */
export async function show(visit, view) {
  await ready();
  if (!view.isConnected) return;
  const draft = visit.draft('withdrawal', () => ({ by: 'reference', text: '' }));
  const place = h('div', {});
  const by = choiceField(
    {
      name: 'by',
      label: t('withdrawal_how'),
      value: draft.by,
      options: ['reference', 'credit_code'].map((value) => ({
        value,
        label: t(`withdrawal_by.${value}`),
        note: t(`withdrawal_by_note.${value}`),
      })),
    },
    (value) => {
      draft.by = value;
      fill(place);
    },
  );
  const text = textField(
    {
      name: 'text',
      label: t('withdrawal_text'),
      value: draft.text,
      hint: t('withdrawal_text_hint'),
      extra: { maxlength: '300', class: 'code', autocapitalize: 'characters' },
    },
    (value) => {
      draft.text = value;
      fill(place);
    },
  );
  const send = async () => {
    fill(place);
    /** @type {Api.HeardAnswer} */
    const answer = await visit.send('POST', 'withdrawals', { [draft.by]: heardText(draft) });
    visit.dropDraft('withdrawal');
    if (view.isConnected) say(view, answer);
  };
  /** @type {Desk.Form} */
  const form = new Form({
    fields: [by, text],
    submit: t('withdrawal_do'),
    busy: t('saving_staff'),
    check: () => problems(draft),
    // What cannot be undone is asked once more.
    act: async () => {
      if (draft.by === 'credit_code') return send();
      askSure(place, {
        sure: t('withdrawal_sure'),
        yes: t('withdraw_yes'),
        act: () => send().catch((error) => form.tell(error)),
        cancel: () => fill(place),
      });
      return undefined;
    },
    explain: (error) => (isStatus(error, 404) ? notice('withdrawal_none') : waitNotice(error, form)),
    rest: h('a', { class: 'button button-quiet', href: '#/applicants' }, t('cancel')),
  });
  fill(view, page(h('p', { class: 'lead' }, t('withdrawal_lead')), form.element, place));
}

/** @param {...Pages.Child} content */
function page(...content) {
  return h(
    'div',
    { class: 'narrow' },
    h('p', { class: 'trail' }, h('a', { href: '#/applicants' }, `← ${t('applicants_back')}`)),
    h('h1', { tabindex: '-1' }, t('withdrawal_title')),
    content,
  );
}

// A scanner types the whole address of the receipt's code, which holds the reference.
/** @param {{by: string, text: string}} draft */
function heardText({ by, text }) {
  return (by === 'reference' ? referenceIn(text) : text).trim();
}

/** @param {{by: string, text: string}} draft @returns {Desk.Problems} */
function problems(draft) {
  const symbols = heardText(draft)
    .normalize('NFKC')
    .replace(/[\s\p{Pd}\p{Cf}]/gu, '');
  if (symbols === '') return { text: t('withdrawal_blank') };
  if (draft.by === 'reference')
    return /^[0-9A-Za-z]{8}$/.test(symbols) ? {} : { text: t('withdrawal_wrong.reference') };
  return /^[0-9A-Za-z]+$/.test(symbols) && symbols.length === CODE_SYMBOLS
    ? {}
    : { text: t('withdrawal_wrong.credit_code', { n: CODE_SYMBOLS }) };
}

/** @param {HTMLElement} view @param {Api.HeardAnswer} answer */
function say(view, answer) {
  const text = answer.windows
    ? t('withdrawal_passed', { windows: answer.windows.map(({ name }) => name).join(t('list_separator')) })
    : t('waiting_done');
  const place = h('div', {});
  fill(view, page(place, answer.windows ? null : h('p', {}, t('withdrawn_kept'))));
  announce(place, doneNotice(text));
}

/** @param {string} text */
function doneNotice(text) {
  return h('p', { class: 'notice notice-done', role: 'status' }, text);
}

/**
 * The withdrawals that wait for this window, as a part that fills itself; nothing while there are none.
 * @param {Desk.Visit} visit
 */
export function waitingPart(visit) {
  const place = h('div', {});
  const said = h('div', {});
  const load = async () => {
    try {
      const { withdrawals } = await visit.get('withdrawals');
      fill(place, withdrawals.length === 0 ? null : waitingList(withdrawals, answer));
    } catch (error) {
      fill(place, deskTrouble(error, load));
    }
  };
  /** @param {number} id @param {boolean} confirmed */
  const answer = async (id, confirmed) => {
    fill(said);
    try {
      await visit.send('POST', `withdrawals/${id}/answer`, { confirmed });
      announce(said, doneNotice(t(confirmed ? 'waiting_done' : 'waiting_kept')));
      await load();
    } catch (error) {
      fill(
        said,
        deskTrouble(error, () => answer(id, confirmed)),
      );
    }
  };
  load();
  return [said, place];
}

/** @param {Api.WaitingWithdrawal[]} all @param {(id: number, confirmed: boolean) => unknown} answer */
function waitingList(all, answer) {
  return h(
    'section',
    { class: 'notice waiting-withdrawals', 'aria-labelledby': 'waiting-title' },
    h('h2', { id: 'waiting-title' }, t('waiting_title')),
    h('p', {}, t('waiting_text')),
    h(
      'ul',
      { class: 'waiting-list' },
      all.map((one) => waitingLine(one, answer)),
    ),
  );
}

/** @param {Api.WaitingWithdrawal} one @param {(id: number, confirmed: boolean) => unknown} answer */
function waitingLine(one, answer) {
  const { id, applicant, contact, heard_in: place, heard_by: by, heard_at: at } = one;
  const sure = h('div', {});
  const withdraw = () =>
    askSure(sure, {
      sure: t('waiting_sure', { name: applicant.name }),
      yes: t('withdraw_yes'),
      act: () => answer(id, true),
      cancel: () => fill(sure),
    });
  /** @param {string} key @param {() => unknown} act @param {string} kind */
  const button = (key, act, kind) =>
    h(
      'button',
      { type: 'button', class: `button ${kind}`, click: act },
      t(key),
      h('span', { class: 'visually-hidden' }, `${t('optional_colon')}${applicant.name}`),
    );
  return h(
    'li',
    { 'data-withdrawal': id },
    h('a', { href: `#/applicant/${applicant.id}` }, applicant.name),
    h('p', {}, contact || t('waiting_no_contact')),
    h(
      'p',
      { class: 'muted' },
      t('waiting_heard', { at: timeText(at), place: place?.name ?? '', name: by?.name ?? '' }),
    ),
    h(
      'div',
      { class: 'actions' },
      button('waiting_yes', withdraw, 'button-danger'),
      button('waiting_no', () => answer(id, false), 'button-quiet'),
    ),
    sure,
  );
}
