// The fields of an authorisation: how it is given, by whom, for what and for how long.

import { serviceTime, today } from '../../shared/china_time.js';
import { t } from '../../shared/language.js';
import { choiceField, textField } from '../fields.js';

/** The terms on offer, in days. */
export const DAYS = ['30', '90', '365'];
const MOST_NAME = 80;
/** The number of the text in the words `screen_text.*` and `paper_text.*`; a change of its sense needs another. */
export const TEXT_NUMBER = 'SQ-2026-1';
/**
 * The ways to give an authorisation.
 * @type {Api.AuthorisationWay[]}
 */
export const WAYS = ['paper', 'screen', 'code'];

/** @param {Api.AuthorisationWay | ''} [way] @returns {Desk.AuthorisationDraft} */
export function authorisationDraft(way = '') {
  return { way, given_by: '', purpose: '', days: '90' };
}

/**
 * `ways` are the choices; `onWay()` is called when the clerk chooses another one.
 * @param {Desk.AuthorisationDraft} draft @param {Api.AuthorisationWay[]} ways @param {() => unknown} [onWay]
 */
export function authorisationFields(draft, ways, onWay) {
  /** @param {'given_by' | 'days'} name @returns {Desk.OnInput} */
  const keep = (name) => (value) => {
    draft[name] = value;
  };
  /**
   * @template {'way' | 'purpose'} Name @param {Name} name @param {Desk.AuthorisationDraft[Name][]} values
   * @param {() => unknown} [then]
   */
  const choice = (name, values, then) =>
    choiceField(
      {
        name,
        label: t(`authorisation_${name}`),
        value: draft[name],
        options: values.map((value) => ({ value, label: t(`${name}.${value}`), note: t(`${name}_note.${value}`) })),
      },
      (value) => {
        draft[name] = /** @type {Desk.AuthorisationDraft[Name]} */ (value);
        then?.();
      },
    );
  return {
    way: choice('way', ways, onWay),
    given_by: textField(
      {
        name: 'given_by',
        label: t('authorisation_given_by'),
        hint: t('authorisation_given_by_hint'),
        value: draft.given_by,
        extra: { maxlength: '200' },
      },
      keep('given_by'),
    ),
    purpose: choice('purpose', ['look', 'matters']),
    days: choiceField(
      {
        name: 'days',
        label: t('authorisation_days'),
        value: draft.days,
        options: DAYS.map((value) => ({
          value,
          label: t('days_n', { n: value }),
          note: t('days_until', { date: lastDay(Number(value)) }),
        })),
      },
      keep('days'),
    ),
  };
}

/** @param {Desk.AuthorisationDraft} draft */
export function authorisationProblems(draft) {
  /** @type {Desk.Problems} */
  const problems = {};
  const by = draft.given_by.trim();
  if (!draft.way) problems.way = t('way_blank');
  if (by === '') problems.given_by = t('given_by_blank');
  else if ([...by].length > MOST_NAME) problems.given_by = t('name_long', { n: MOST_NAME });
  if (!draft.purpose) problems.purpose = t('purpose_blank');
  return problems;
}

/**
 * The body that the service takes.
 * @param {Desk.AuthorisationDraft} draft without problems @returns {Api.NewAuthorisation}
 */
export function authorisationBody({ way, given_by: by, purpose, days }) {
  return {
    given: /** @type {Api.AuthorisationWay} */ (way),
    for_matters: purpose === 'matters',
    given_by: by.trim(),
    days: /** @type {Api.ExpiryDays} */ (Number(days)),
    ...(way === 'code' ? {} : { text_number: TEXT_NUMBER }),
  };
}

/**
 * The last day of an authorisation of `days` days that begins now, in China.
 * @param {number} days @param {number} [now]
 */
export function lastDay(days, now = serviceTime()) {
  return today(now, days);
}
