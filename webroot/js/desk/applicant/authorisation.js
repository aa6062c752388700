// What an authorisation says, as it is asked for: how it is given, by whom, for what, how long.

import { today } from '../../shared/china_time.js';
import { t } from '../../shared/language.js';
import { choiceField, textField } from '../fields.js';

const DAYS = ['30', '90', '365'];
const MOST_NAME = 80;
/** The ways of giving it. */
export const WAYS = ['paper', 'screen', 'code'];

export function authorisationDraft(way = '') {
  return { way, given_by: '', purpose: '', days: '90' };
}

/** `ways` are those to choose from; `onWay()` is called when another is chosen. */
export function authorisationFields(draft, ways, onWay) {
  const keep = (name) => (value) => {
    draft[name] = value;
  };
  const choice = (name, values, then) =>
    choiceField(
      {
        name,
        label: t(`authorisation_${name}`),
        value: draft[name],
        options: values.map((value) => ({ value, label: t(`${name}.${value}`), note: t(`${name}_note.${value}`) })),
      },
      (value) => {
        draft[name] = value;
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

export function authorisationProblems(draft) {
  const problems = {};
  const by = draft.given_by.trim();
  if (!draft.way) problems.way = t('way_blank');
  if (by === '') problems.given_by = t('given_by_blank');
  else if ([...by].length > MOST_NAME) problems.given_by = t('name_long', { n: MOST_NAME });
  if (!draft.purpose) problems.purpose = t('purpose_blank');
  return problems;
}

/** As the service takes it. */
export function authorisationBody({ way, given_by: by, purpose, days }) {
  return { given: way, for_matters: purpose === 'matters', given_by: by.trim(), days: Number(days) };
}

/** The last day of an authorisation of `days` days that begins now, in China. */
export function lastDay(days, now = Date.now()) {
  return today(now, days);
}
