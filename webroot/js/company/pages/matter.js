// A company sees how far its matter is, by the reference and the query code of its receipt, and rates the
// end. Both come typed or by a link; main.js has already removed them from the address. Nothing is kept.

import { fetchMatterStatus, isStatus } from '../../shared/api.js';
import { announce, fill, h } from '../../shared/dom.js';
import { addWords, t } from '../../shared/language.js';
import { stylesheet } from '../../shared/style.js';
import { keepWords } from '../keep/words.js';
import { ratingPart } from '../matter/rating.js';
import { statusPart } from '../matter/status.js';
import { matterWords } from '../matter/words.js';
import { troubleOrWait } from '../parts/retry.js';

/** Words and style; resolves when they are there. */
export function ready() {
  addWords(keepWords);
  addWords(matterWords);
  return Promise.all(['/css/keep.css', '/css/result.css', '/css/matter.css'].map(stylesheet));
}

/** @param {Pages.CompanySession} session @param {HTMLElement} view @param {string} arrived */
export function show(session, view, arrived) {
  const { asked } = session;
  const banner = h('div', { class: 'banner' });
  const place = h('div', { class: 'asked-matter' });
  const fields = {
    reference: field('reference', asked),
    code: field('code', asked),
  };
  const button = h('button', { type: 'submit', class: 'button button-main' }, t('matter_ask_do'));
  const ask = async () => {
    if (button.getAttribute('aria-disabled') === 'true') return;
    fill(banner);
    const blank = [fields.code, fields.reference].filter((one) => !one.check());
    if (blank.length > 0) return blank[blank.length - 1].input.focus();
    button.setAttribute('aria-disabled', 'true');
    fill(button, t('matter_asking'));
    try {
      const status = await fetchMatterStatus({ ...asked });
      if (view.isConnected) drawAnswer(place, status, asked, ask);
    } catch (error) {
      fill(place);
      if (view.isConnected) announce(banner, isStatus(error, 404) ? nothing() : troubleOrWait(error, ask));
    } finally {
      button.setAttribute('aria-disabled', 'false');
      fill(button, t('matter_ask_do'));
    }
  };
  /** @param {Event} event */
  const send = (event) => {
    event.preventDefault();
    ask();
  };
  fill(
    view,
    h(
      'div',
      { class: 'keep matter-page' },
      h('h1', { tabindex: '-1' }, t('matter_page_title')),
      h('p', { class: 'lead' }, t('matter_page_lead')),
      banner,
      place,
      h(
        'form',
        { class: 'panel keep-form', novalidate: true, autocomplete: 'off', submit: send },
        fields.reference.element,
        fields.code.element,
        h('div', { class: 'actions' }, button),
        h('p', { class: 'muted' }, t('matter_code_lost')),
      ),
    ),
  );
  if (arrived && asked.code) ask();
}

/**
 * @param {HTMLElement} place @param {Api.MatterStatus} status @param {Api.MatterKey} asked @param {() => unknown} again
 */
function drawAnswer(place, status, asked, again) {
  const part = statusPart(status, asked.reference);
  fill(place, part, status.may_rate ? ratingPart({ ...asked }, again) : null);
  part.tabIndex = -1;
  part.focus();
}

/** @param {'reference' | 'code'} name @param {Api.MatterKey} asked */
function field(name, asked) {
  const id = `asked-${name}`;
  const problem = h('div', { id: `${id}-problem`, class: 'field-issues' });
  const input = h('input', {
    id,
    type: 'text',
    class: 'code',
    autocomplete: 'off',
    autocapitalize: 'characters',
    spellcheck: 'false',
    maxlength: '60',
    'aria-describedby': `${id}-hint ${id}-problem`,
  });
  input.value = asked[name];
  input.addEventListener('input', () => {
    asked[name] = input.value;
  });
  const element = h(
    'div',
    { class: 'field' },
    h('div', { class: 'field-label' }, h('label', { for: id }, t(`matter_ask_${name}`))),
    h('div', { id: `${id}-hint`, class: 'field-help' }, t(`matter_ask_${name}_hint`)),
    input,
    problem,
  );
  const check = () => {
    const isBlank = input.value.trim() === '';
    element.classList.toggle('has-issues', isBlank);
    if (isBlank) input.setAttribute('aria-invalid', 'true');
    else input.removeAttribute('aria-invalid');
    fill(
      problem,
      isBlank ? h('p', { role: 'alert' }, h('span', { 'aria-hidden': 'true' }, '✗ '), t('matter_ask_blank')) : null,
    );
    return !isBlank;
  };
  return { element, input, check };
}

function nothing() {
  return h(
    'div',
    { class: 'notice notice-trouble', role: 'alert' },
    h('h2', {}, t('matter_nothing_title')),
    h('p', {}, t('matter_nothing_text')),
  );
}
