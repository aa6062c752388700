// After feedback was sent: reference and query code, and the state of a message.

import { fetchFeedbackState, isStatus } from '../../shared/api.js';
import { fill, h, reveal } from '../../shared/dom.js';
import { codeText, readCode } from '../../shared/parts/code.js';
import { codeField } from '../../shared/parts/code_field.js';
import { copyButton } from '../../shared/parts/copy.js';
import { troubleOrWait } from '../parts/retry.js';
import { keepWords } from '../keep/words.js';
import { addWords, t, tCode } from '../../shared/language.js';
import { stylesheet } from '../../shared/style.js';
import { sent } from '../tell/sent.js';
import { tellWords } from '../tell/words.js';

/** Words and style; resolves when they are there. */
export function ready() {
  addWords(keepWords);
  addWords(tellWords);
  return Promise.all([stylesheet('/css/keep.css'), stylesheet('/css/tell.css')]);
}

/** @param {Pages.CompanySession} session @param {HTMLElement} view */
export function show(session, view) {
  const [latest, ...earlier] = sent();
  fill(
    view,
    h(
      'div',
      { class: 'keep told-page' },
      h('h1', { tabindex: '-1' }, t('told_title')),
      latest ? [h('p', { class: 'lead' }, t('told_lead')), receipt(latest, 'told_thanks')] : null,
      earlier.length > 0
        ? h(
            'details',
            { class: 'told-earlier' },
            h('summary', {}, t('told_earlier')),
            earlier.map((one) => receipt(one)),
          )
        : null,
      lookup(),
      h('p', {}, h('a', { class: 'line-link', href: '#/tell' }, t('tell_more'))),
    ),
  );
}

/** @param {Api.SentFeedback} entry @param {string} [heading] */
function receipt(entry, heading) {
  const code = codeText(entry.query_code);
  return h(
    'section',
    { class: 'panel ticket' },
    heading ? h('h2', {}, h('span', { 'aria-hidden': 'true' }, '✓ '), t(heading)) : null,
    h(
      'dl',
      {},
      h(
        'div',
        {},
        h('dt', {}, t('told_reference')),
        h(
          'dd',
          {},
          h('strong', { class: 'told-reference' }, entry.reference),
          h('span', { class: 'muted' }, t('told_reference_note')),
        ),
      ),
    ),
    h('h3', {}, t('told_code')),
    code,
    h(
      'div',
      { class: 'actions' },
      copyButton(t('told_code_copy'), entry.query_code, code),
      h('button', { type: 'button', class: 'button button-quiet', click: () => window.print() }, t('print_page')),
    ),
    h('p', { class: 'muted' }, t('told_code_note')),
  );
}

function lookup() {
  const place = h('div', { class: 'told-answer', role: 'status' });
  const field = codeField({ id: 'query-code', label: t('told_code'), hint: t('lookup_hint'), text: '' }, () => {});
  const button = h('button', { type: 'submit', class: 'button button-main' }, t('lookup_do'));
  const ask = async () => {
    if (button.getAttribute('aria-disabled') === 'true') return;
    fill(place);
    const read = readCode(field.text);
    field.setProblem(read.problem ? t(`lookup_${read.problem}`, { n: read.count }) : '');
    if (read.code === undefined) return;
    button.setAttribute('aria-disabled', 'true');
    fill(button, t('lookup_working'));
    try {
      fill(place, state((await fetchFeedbackState(read.code)).state));
    } catch (error) {
      const notice = isStatus(error, 404) ? nothing() : troubleOrWait(error, ask);
      fill(place, notice);
      reveal(Object.assign(notice, { tabIndex: -1 }));
    } finally {
      button.setAttribute('aria-disabled', 'false');
      fill(button, t('lookup_do'));
    }
  };
  /** @param {Event} event */
  const send = (event) => {
    event.preventDefault();
    ask();
  };
  return h(
    'form',
    { class: 'panel keep-form', novalidate: true, submit: send },
    h('h2', {}, t('lookup_title')),
    field.element,
    h('div', { class: 'actions' }, button),
    place,
  );
}

/** @param {string} code */
function state(code) {
  return h(
    'p',
    { class: 'told-state' },
    h('span', { class: 'row-label' }, t('told_state')),
    h('strong', {}, tCode('feedback_state', code, code)),
  );
}

function nothing() {
  return h(
    'div',
    { class: 'notice notice-trouble', role: 'alert' },
    h('h2', {}, t('lookup_nothing_title')),
    h('p', {}, t('lookup_nothing_text')),
  );
}
