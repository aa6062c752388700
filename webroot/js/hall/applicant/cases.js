// The cases of one applicant, and a case begun for a measure.

import { fill, h } from '../../dom.js';
import { onlyChinese, say, t } from '../../language.js';
import { isClosed, stateName } from '../case/look.js';
import { hallTrouble, notice } from '../trouble.js';
import { isProblem } from '../visit.js';
import { pieces } from './words.js';

/** Those that whoever sits here may see, the open ones and the closed. */
export async function casesOf(record) {
  return (await record.get(`cases?applicant=${record.id}&closed=true`)).cases;
}

const kShown = 3;  // lines above the questions; more would push these out of sight

/** A section that fills itself. */
export function casesPart(record) {
  const place = h('div', {});
  const load = async () => {
    try {
      const cases = await casesOf(record);
      fill(place, cases.length === 0 ? h('p', { class: 'muted' }, t('cases_none')) : list(cases));
    } catch (error) {
      fill(place, hallTrouble(error, load));
    }
  };
  load();
  return h('section', { class: 'desk-part applicant-cases-part', 'aria-labelledby': 'cases-title' }, h('h2', { id: 'cases-title' }, t('cases_title')), place);
}

// The open ones first.
function list(cases) {
  const lines = [...cases.filter((one) => !isClosed(one)), ...cases.filter(isClosed)].map(line);
  const all = (some) => h('ul', { class: 'applicant-list' }, some);
  if (lines.length <= kShown + 1) return all(lines);
  return [all(lines.slice(0, kShown)), h('details', { class: 'cases-more' }, h('summary', {}, t('cases_more', { n: lines.length - kShown })), all(lines.slice(kShown)))];
}

function line({ id, reference, state, measure, unit, handler, due }) {
  const rest = [stateName(state), unit?.name, handler?.name, !isClosed({ state }) && due ? t('due_on', { date: due }) : null];
  return h('li', { 'data-case': id }, h('a', { class: 'applicant-name', href: `#/case/${id}` }, say(measure, 'title')),
    h('p', { class: 'muted', lang: onlyChinese() }, pieces([reference, ...rest])));
}

/** What stands on a card: a link to the open case, or a button that opens one. `cases` are the applicant's. */
export function openPart(record, match, cases) {
  const { id, title } = match.measure;
  const open = cases.find((one) => one.measure.id === id && !isClosed(one));
  if (open) return link(open.id, t('case_there', { reference: open.reference }));
  const said = h('div', { class: 'open-said' });
  const button = h('button', { type: 'button', class: 'button', click: begin }, t('case_open'), h('span', { class: 'visually-hidden' }, `${t('optional_colon')}${say(match.measure, 'title') || title}`));
  async function begin() {
    if (button.getAttribute('aria-disabled') === 'true') return;
    button.setAttribute('aria-disabled', 'true');
    fill(said);
    try {
      // The service judges by what it has: what is only typed would not count.
      if (record.isChanged()) await record.save();
      const made = await record.send('POST', 'cases', { applicant: Number(record.id), measure: id });
      location.hash = `#/case/${made.id}`;
    } catch (error) {
      if (said.isConnected) fill(said, refused(record, error, begin));
    }
    button.setAttribute('aria-disabled', 'false');
  }
  return h('div', { class: 'open-case', 'data-open': id }, button, said);
}

function refused(record, error, retry) {
  if (isProblem(error, 'case_open')) return h('div', { class: 'notice notice-trouble', role: 'alert' }, h('p', {}, t('case_open_elsewhere')), error.problem.case ? link(error.problem.case, t('case_go')) : null);
  if (isProblem(error, 'not_authorised')) return notice('case_no_leave');
  if (isProblem(error, 'does_not_apply')) return notice('case_not_applying');
  if (isProblem(error, 'changed_elsewhere')) return h('div', { class: 'notice notice-trouble', role: 'alert' }, h('p', {}, t('save_on_form')), h('a', { class: 'button', href: `#/applicant/${record.id}` }, t('to_form')));
  return hallTrouble(error, retry);
}

function link(id, text) {
  return h('a', { class: 'case-link', href: `#/case/${id}` }, text);
}
