// A supervisor gives the matter to another unit or person; its clock goes on.

import { fill, h } from '../../shared/dom.js';
import { t } from '../../shared/language.js';
import { waiting } from '../../shared/trouble.js';
import { selectField } from '../fields.js';
import { Form } from '../form.js';
import { deskTrouble } from '../trouble.js';
import { isClosed } from './labels.js';

/** @param {Desk.MatterFile} file @param {Desk.Visit} visit */
export function reassignPart(file, visit) {
  if (!file.record.may.reassign || isClosed(file.record)) return null;
  const place = h('div', {});
  const open = async () => {
    file.draft.reassigning = true;
    if (file.staff) return fill(place, reassignForm(file, visit));
    fill(place, waiting(t('opening')));
    try {
      file.staff = (await visit.get('handlers')).staff;
      return fill(place, reassignForm(file, visit));
    } catch (error) {
      return fill(place, deskTrouble(error, open));
    }
  };
  if (file.draft.reassigning) open();
  return h(
    'details',
    {
      class: 'desk-part matter-reassign',
      open: file.draft.reassigning === true,
      toggle: (event) => {
        if (event.currentTarget.open && place.childElementCount === 0) open();
        else if (!event.currentTarget.open) file.draft.reassigning = false;
      },
    },
    h('summary', {}, h('h2', {}, t('reassign_title'))),
    h('p', { class: 'muted' }, t('reassign_text')),
    place,
  );
}

/** @param {Desk.MatterFile} file @param {Desk.Visit} visit */
function reassignForm(file, visit) {
  const { record, draft } = file;
  const unit = selectField(
    {
      name: 'to_unit',
      label: t('matter_unit'),
      value: draft.unit ?? record.unit.id,
      options: visit.offices.unitOptions(t('step_handler_choose')),
    },
    (value) => {
      Object.assign(draft, { unit: value, to: '' });
      handler.draw();
    },
  );
  unit.name = 'unit'; // as the service calls it; a step's form beside it has a handler, too
  const handler = handlerField(file, () => unit.value);
  return new Form({
    kind: 'reassign-form',
    fields: [unit, handler],
    submit: t('reassign_do'),
    busy: t('saving_staff'),
    check: () => ({ unit: unit.value ? '' : t('reassign_unit_blank') }),
    act: () =>
      file.change(
        'PUT',
        'handler',
        { unit: unit.value, handler: handler.value ? Number(handler.value) : null, revision: record.revision },
        { done: ['reassign_done', {}], dropped: ['unit', 'to'] },
      ),
  }).element;
}

// Who can be chosen depends on the unit: `draw()` offers those of the unit that is chosen now.
/** @param {Desk.MatterFile} file @param {() => string} unit */
function handlerField({ record, draft, staff }, unit) {
  const holder = h('div', {});
  const make = () =>
    selectField(
      {
        name: 'to_handler',
        label: t('matter_handler'),
        value: draft.to ?? String(record.handler?.id ?? ''),
        options: [
          { value: '', label: t('step_handler_none') },
          ...inUnit(staff ?? [], unit()).map(({ id, name }) => ({ value: String(id), label: name })),
        ],
      },
      (value) => {
        draft.to = value;
      },
    );
  let chosen = make();
  fill(holder, chosen.element);
  return {
    name: 'handler',
    element: holder,
    get value() {
      return chosen.value;
    },
    /** @param {string} message */
    setProblem: (message) => chosen.setProblem(message),
    focus: () => chosen.focus(),
    draw() {
      chosen = make();
      fill(holder, chosen.element);
    },
  };
}

// Handlers of the unit first, then supervisors, who have no unit.
/** @param {Api.Candidate[]} staff @param {string} unit */
function inUnit(staff, unit) {
  return [...staff.filter((one) => one.unit === unit), ...staff.filter((one) => !one.unit)];
}
