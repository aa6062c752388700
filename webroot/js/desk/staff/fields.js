// What is kept of somebody at the desk: name, role, county, unit. County and unit are asked as far
// as the role has them.

import { t } from '../../shared/language.js';
import { choiceField, selectField, textField } from '../fields.js';
import { hasCounty, hasUnit, needsCounty, needsUnit, roleName } from '../roles.js';
import { ROLES } from '../vocabulary.js';

const MOST_NAME = 80;

/** `draft` is `{name, role, county, unit}` and follows what is typed; `own`: it is one's own account. */
export function staffFields(offices, draft, own = false) {
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
    keep('role'),
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

/** What is wrong with it, by field. */
export function problemsOf(draft) {
  const problems = {};
  const name = draft.name.trim();
  if (name === '') problems.name = t('name_blank');
  else if ([...name].length > MOST_NAME) problems.name = t('name_long', { n: MOST_NAME });
  if (!draft.role) problems.role = t('role_blank');
  if (needsCounty(draft.role) && !draft.county) problems.county = t('county_blank');
  if (needsUnit(draft.role) && !draft.unit) problems.unit = t('unit_blank');
  return problems;
}

/** As the service takes it: nothing that the role has not. */
export function bodyOf(draft) {
  return {
    name: draft.name.trim(),
    role: draft.role,
    county: (hasCounty(draft.role) && draft.county) || null,
    unit: (hasUnit(draft.role) && draft.unit) || null,
  };
}

export function draftOf({ name = '', role = '', county = '', unit = '', active = true } = {}) {
  return { name, role, county: county ?? '', unit: unit ?? '', active };
}
