// What is recorded of the end of a matter: the fields of each end, and how it is read again.

import { t } from '../../shared/language.js';
import { today } from '../../shared/china_time.js';
import { h } from '../../shared/dom.js';
import { areaField, choiceField, selectField, textField } from '../fields.js';

const MOST_TEXT = 200; // code points
const MOST_NOTE = 500;
/** @type {Api.ContactWay[]} */
const WAYS = ['phone', 'in_person', 'message', 'letter'];
/** @type {Record<string, Desk.EndPart[]>} */
const PARTS = {
  money: ['amount', 'day', 'number', 'proof'],
  service: ['service', 'day'],
  forwarded: ['recipient'],
  withdrawn: ['heard_by', 'way'],
};

/**
 * The fields of an end: `{fields, body(), problems()}`; `body()` is null for a state without any.
 * `draft` keeps what is typed, `redraw()` is called when other fields are asked for, and `name` is the
 * reader's.
 * @param {Api.MatterState} to @param {Desk.EndDraft} draft @param {{redraw: () => unknown, name: string}} room
 */
export function endFields(to, draft, { redraw, name }) {
  const kind = to === 'fulfilled' ? (draft.kind ?? 'money') : to;
  const parts = PARTS[kind] ?? [];
  if (parts.includes('heard_by')) draft.heard_by ??= name;
  const fields = parts.map((part) => partField(part, draft));
  if (to === 'fulfilled') fields.unshift(kindField(draft, redraw));
  return {
    fields,
    body: () => (parts.length === 0 ? null : Object.fromEntries(parts.map((part) => [part, valueOf(part, draft)]))),
    problems: () => problems(parts, draft),
  };
}

/** @param {Desk.EndDraft} draft @param {() => unknown} redraw */
function kindField(draft, redraw) {
  return choiceField(
    {
      name: 'kind',
      label: t('end_kind'),
      value: draft.kind ?? 'money',
      options: ['money', 'service'].map((value) => ({ value, label: t(`end_kind.${value}`) })),
    },
    (value) => {
      draft.kind = value === 'service' ? 'service' : 'money';
      redraw();
    },
  );
}

/** @param {Desk.EndPart} part @param {Desk.EndDraft} draft @returns {Desk.Field} */
function partField(part, draft) {
  /** @param {string} value */
  const keep = (value) => {
    draft[part] = value;
  };
  const given = { name: part, label: t(`end.${part}`), value: draft[part] ?? '' };
  if (part === 'way') return wayField('way', draft.way, keep);
  if (part === 'day') return textField({ ...given, type: 'date', extra: { max: today() } }, keep);
  if (part === 'amount') return textField({ ...given, extra: { inputmode: 'decimal' } }, keep);
  return textField({ ...given, extra: { maxlength: String(MOST_TEXT) } }, keep);
}

/** @param {string} name @param {string | undefined} value @param {Desk.OnInput} keep */
function wayField(name, value, keep) {
  return selectField(
    {
      name,
      label: t('end.way'),
      value: value ?? '',
      options: [
        { value: '', label: t('step_handler_choose') },
        ...WAYS.map((way) => ({ value: way, label: t(`way.${way}`) })),
      ],
    },
    keep,
  );
}

/** @param {Desk.EndPart} part @param {Desk.EndDraft} draft */
function valueOf(part, draft) {
  const text = (draft[part] ?? '').trim();
  return part === 'amount' ? Number(text.replace(/[,，\s]/g, '')) : text;
}

/** @param {Desk.EndPart[]} parts @param {Desk.EndDraft} draft @returns {Desk.Problems} */
function problems(parts, draft) {
  /** @type {Desk.Problems} */
  const found = {};
  for (const part of parts) {
    const text = (draft[part] ?? '').trim();
    if (text === '') found[part] = t('end_blank');
    else if (part === 'amount' && !/^\d+(\.\d{1,2})?$/.test(text.replace(/[,，\s]/g, '')))
      found[part] = t('end_amount_wrong');
    else if (part === 'day' && text > today()) found[part] = t('end_day_late');
  }
  return found;
}

/**
 * The fields of a contact with the company: how, and a note; with a day, when. As endFields().
 * @param {Desk.ContactDraft} draft @param {boolean} withDay
 */
export function contactFields(draft, withDay) {
  const way = wayField('way', draft.way, (value) => {
    draft.way = value;
  });
  const day = withDay
    ? textField(
        { name: 'day', label: t('tell_day'), type: 'date', value: draft.day ?? today(), extra: { max: today() } },
        (value) => {
          draft.day = value;
        },
      )
    : null;
  const note = areaField(
    { name: 'note', label: t('contact_remark'), hint: t('contact_remark_hint'), value: draft.note, rows: 2 },
    (value) => {
      draft.note = value;
    },
  );
  return {
    fields: [way, ...(day ? [day] : []), note],
    body: () => ({
      way: way.value,
      ...(day ? { day: day.value } : {}),
      ...(note.value.trim() ? { note: note.value.trim() } : {}),
    }),
    problems: () => ({
      way: way.value ? '' : t('end_blank'),
      day: !day ? '' : day.value === '' ? t('end_blank') : day.value > today() ? t('end_day_late') : '',
      note: [...note.value.trim()].length > MOST_NOTE ? t('name_long', { n: MOST_NOTE }) : '',
    }),
  };
}

/**
 * What is recorded of an end, as lines.
 * @param {Api.MatterEnd} end
 */
export function endLines(end) {
  /** @type {[Desk.EndPart, string][]} */
  const lines = [];
  for (const part of /** @type {Desk.EndPart[]} */ (Object.values(PARTS).flat())) {
    const value = end[part];
    if (value === undefined || lines.some(([known]) => known === part)) continue;
    lines.push([part, part === 'way' ? t(`way.${value}`) : part === 'amount' ? amountText(value) : String(value)]);
  }
  return lines.map(([part, value]) => h('p', { class: 'typed' }, `${t(`end.${part}`)}${t('optional_colon')}${value}`));
}

/** @param {unknown} yuan */
function amountText(yuan) {
  return t('end_yuan', { n: Number(yuan).toLocaleString('zh-CN', { maximumFractionDigits: 2 }) });
}
