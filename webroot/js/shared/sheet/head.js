// The head of the sheet: whose it is, of what day, made where, and the codes.

import { h } from '../dom.js';
import { factValue, shortVersion } from '../format.js';
import { t } from '../language.js';

const LONGEST_NAME = 200; // characters, as the question takes

/** @param {Api.MatchAnswer} answer @param {Pages.SheetContext} context @param {HTMLElement | null} qr */
export function sheetHead(answer, { vocabulary, name }, qr) {
  const { district } = answer.profile.given;
  /** @param {string} label @param {Pages.Child} value */
  const line = (label, value) => h('div', {}, h('dt', {}, `${label}${t('optional_colon')}`), h('dd', {}, value));
  return h(
    'header',
    { class: 'sheet-head' },
    h(
      'div',
      { class: 'sheet-what' },
      h('h1', { id: 'sheet-title', tabindex: '-1' }, t('sheet_title')),
      firm(name),
      h(
        'dl',
        { class: 'sheet-meta' },
        district ? line(t('sheet_place'), factValue(vocabulary('district'), district)) : null,
        line(t('sheet_date'), h('time', { datetime: answer.as_of }, answer.as_of)),
        line(t('sheet_catalogue'), shortVersion(answer.catalogue)),
        line(t('sheet_from'), location.host),
      ),
      h('p', { class: 'sheet-given' }, t('sheet_given', { n: Object.keys(answer.profile.given).length })),
      h('p', { class: 'sheet-terms' }, h('strong', {}, t('footer_free')), ' ', t('disclaimer'), ' ', t('sheet_ask')),
    ),
    qr,
  );
}

// Paper has the name as text, which wraps; the field is for the screen.
/** @param {Pages.SheetName} name */
function firm(name) {
  const { write } = name;
  const onPaper = h('span', { class: 'sheet-firm-name' }, name.read() || t('sheet_firm_blank'));
  const label = `${t('sheet_firm')}${t('optional_colon')}`;
  if (!write) return h('p', { class: 'sheet-firm' }, label, h('strong', {}, name.read() || t('sheet_firm_blank')));
  const field = h('input', {
    type: 'text',
    id: 'sheet-firm',
    class: 'sheet-firm-field',
    maxlength: LONGEST_NAME,
    autocomplete: 'organization',
    placeholder: t('sheet_firm_hint'),
    input: () => {
      const text = field.value.trim();
      write(text);
      onPaper.textContent = text || t('sheet_firm_blank');
    },
  });
  field.value = name.read();
  return h('p', { class: 'sheet-firm' }, h('label', { for: 'sheet-firm' }, label), field, onPaper);
}
