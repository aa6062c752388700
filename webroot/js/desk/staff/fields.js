// The fields of a member of the staff: name, role, county, unit. County and unit are asked if the role
// has them.

import { t } from '../../shared/language.js';
import { choiceField, selectField, textField } from '../fields.js';
import { hasCounty, hasUnit, needsCounty, needsUnit, roleName } from '../roles.js';
import { ROLES } from '../vocabulary.js';

const MOST_NAME = 80;

/**
 * `draft` is `{name, role, county, unit}` and follows what is typed; `own`: the account is the reader's.
 * @param {Desk.Offices} offices @param {Desk.StaffDraft} draft @param {boolean} [own]
 */
export function staffFields(offices, draft, own = false) {
  /** @param {'name' | 'county' | 'unit'} name @returns {Desk.OnInput} */
  const keep = (name) => (text) => {
    draft[name] = text;
    follow();
  };
  const name = textField(
    { name: 'name', label: t('name'), hint: t('name_hint'), value: draft.name, extra: { maxlength: '200' } },
    keep('name'),
  );
  const role = choiceField(
    {
      name: 'role',
      label: t('role'),
      hint: own ? t('own_role') : '',
      value: draft.role,
      disabled: own,
      options: ROLES.map((one) => ({ value: one, label: roleName(one), note: t(`role_note.${one}`) })),
    },
    (value) => {
      draft.role = /** @type {Api.Role} */ (value);
      follow();
    },
  );
  const county = selectField(
    {
      name: 'county',
      label: t('county'),
      hint: t('county_hint'),
      value: draft.county,
      options: offices.districtOptions(t('county_none')),
    },
    keep('county'),
  );
  const unit = selectField(
    {
      name: 'unit',
      label: t('unit'),
      hint: t('unit_hint'),
      value: draft.unit,
      options: offices.unitOptions(t('unit_none')),
    },
    keep('unit'),
  );
  const follow = () => {
    county.element.hidden = !hasCounty(draft.role);
    unit.element.hidden = !hasUnit(draft.role);
  };
  follow();
  return [name, role, county, unit];
}

/**
 * The problems of the draft by field.
 * @param {Desk.StaffDraft} draft
 */
export function problemsOf(draft) {
  /** @type {Desk.Problems} */
  const problems = {};
  const name = draft.name.trim();
  if (name === '') problems.name = t('name_blank');
  else if ([...name].length > MOST_NAME) problems.name = t('name_long', { n: MOST_NAME });
  if (!draft.role) problems.role = t('role_blank');
  if (needsCounty(draft.role) && !draft.county) problems.county = t('county_blank');
  if (needsUnit(draft.role) && !draft.unit) problems.unit = t('unit_blank');
  return problems;
}

/**
 * The body that the service takes, without county or unit if the role has none.
 * @param {Desk.StaffDraft} draft
 */
export function bodyOf(draft) {
  return {
    name: draft.name.trim(),
    role: draft.role,
    county: (hasCounty(draft.role) && draft.county) || null,
    unit: (hasUnit(draft.role) && draft.unit) || null,
  };
}

/**
 * @param {Partial<Pick<Api.Staff, 'name' | 'role' | 'county' | 'unit' | 'active'>>} [staff]
 * @returns {Desk.StaffDraft}
 */
export function draftOf({ name = '', role, county = '', unit = '', active = true } = {}) {
  return { name, role: role ?? '', county: county ?? '', unit: unit ?? '', active };
}
