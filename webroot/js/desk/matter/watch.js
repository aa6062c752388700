// What must not be forgotten about a matter: an authorisation that ends, a measure that has changed, papers
// that are awaited, and reminders.

import { h } from '../../shared/dom.js';
import { onlyChinese, t } from '../../shared/language.js';
import { areaField, textField } from '../fields.js';
import { Form } from '../form.js';
import { staffText } from './labels.js';

const MOST_NOTE = 500; // code points

/**
 * The notices above the steps, the most pressing first.
 * @param {Desk.MatterFile} file @param {Desk.Visit} visit
 */
export function watchPart(file, visit) {
  return [permissionNotice(file, visit), measureNotice(file), completionNotice(file)];
}

/** @param {Desk.MatterFile} file @param {Desk.Visit} visit */
function permissionNotice({ record }, visit) {
  const { permission_warning: n, permission_until: date, applicant, owner } = record;
  if (n === null || !applicant) return null;
  return h(
    'section',
    { class: 'notice notice-trouble matter-permission', 'aria-labelledby': 'matter-permission' },
    h('h2', { id: 'matter-permission' }, t('permission_title', { date, n })),
    h('p', {}, t('permission_text')),
    visit.may('assist')
      ? h('a', { class: 'button', href: `#/applicant/${applicant.id}` }, t('permission_renew'))
      : h('p', {}, t('permission_window', { name: staffText(owner) })),
  );
}

/** @param {Desk.MatterFile} file */
function measureNotice(file) {
  const { record } = file;
  if (!record.measure_moved) return null;
  return h(
    'section',
    { class: 'notice matter-moved', 'aria-labelledby': 'matter-moved' },
    h('h2', { id: 'matter-moved' }, t('measure_title')),
    h('p', {}, t('measure_text')),
    h('ul', { lang: onlyChinese() }, record.measure_changes.map(changeLine)),
    record.may.read_measure
      ? act(file, 'measure', 'measure_read', ['measure_read_done', {}], { revision: record.revision })
      : null,
  );
}

/** @param {Api.MatterDetail['measure_changes'][number]} change */
function changeLine({ title, before, after }) {
  /** @param {string} word @param {string | null} text */
  const side = (word, text) => h('p', { class: 'typed' }, t(word), text ?? t('measure_none'));
  return h('li', {}, h('strong', {}, title), side('measure_before', before), side('measure_after', after));
}

/** @param {Desk.MatterFile} file */
function completionNotice(file) {
  const { record } = file;
  if (!record.completion) return null;
  return h(
    'section',
    { class: 'notice matter-completion', 'aria-labelledby': 'matter-completion' },
    h('h2', { id: 'matter-completion' }, t('await_title')),
    h('p', {}, t('await_text', { date: record.completion.until })),
    record.may.resume ? act(file, 'completed', 'resume', ['resume_done', {}], { revision: record.revision }) : null,
  );
}

/**
 * Beside the steps: the form that lets the company complete its papers.
 * @param {Desk.MatterFile} file
 */
export function awaitPart(file) {
  const { record, draft } = file;
  if (!record.may.await_papers) return null;
  draft.awaiting ??= {};
  const kept = draft.awaiting;
  const until = textField({ name: 'until', label: t('await_until'), type: 'date', value: kept.until ?? '' }, (text) => {
    kept.until = text;
  });
  const note = areaField(
    { name: 'note', label: t('await_note'), hint: t('await_hint', { n: MOST_NOTE }), value: kept.note ?? '' },
    (text) => {
      kept.note = text;
    },
  );
  const form = new Form({
    kind: 'await-form',
    fields: [until, note],
    submit: t('await_do'),
    busy: t('saving_staff'),
    check: () => ({
      ...(kept.until ? {} : { until: t('await_blank') }),
      ...(kept.note?.trim() ? {} : { note: t('await_blank') }),
      ...([...(kept.note ?? '')].length > MOST_NOTE ? { note: t('name_long', { n: MOST_NOTE }) } : {}),
    }),
    act: () =>
      file.change(
        'POST',
        'completion',
        { until: kept.until, note: kept.note?.trim(), revision: record.revision },
        { done: ['await_done', {}], dropped: ['awaiting'] },
      ),
  });
  return h(
    'details',
    { class: 'await-part', open: Boolean(kept.until || kept.note) },
    h('summary', {}, t('await')),
    form.element,
  );
}

/**
 * The person who has to act can be reminded once a day.
 * @param {Desk.MatterFile} file
 */
export function remindPart(file) {
  const { record } = file;
  if (!record.may.remind) return null;
  const atUnit = record.state === 'handed_over' || record.state === 'in_progress';
  const name = staffText(atUnit ? record.handler : record.owner);
  return act(file, 'reminders', 'remind', ['remind_done', {}], {}, { name });
}

/**
 * A button that sends one change.
 * @param {Desk.MatterFile} file @param {string} part @param {string} label @param {Desk.Done} done
 * @param {object} body @param {Pages.WordParts} [names]
 */
function act(file, part, label, done, body, names = {}) {
  const form = new Form({
    kind: `${label.replaceAll('_', '-')}-form`,
    fields: [],
    submit: t(label, names),
    busy: t('saving_staff'),
    act: () => file.change('POST', part, body, { done }),
  });
  return form.element;
}
