// The steps the reader may take now. A step that needs no input and can be undone is taken at once;
// the others ask first.

import { fill, h, reveal } from '../../shared/dom.js';
import { t, tCode } from '../../shared/language.js';
import { areaField, selectField } from '../fields.js';
import { Form } from '../form.js';
import { attemptForm } from './contact.js';
import { endFields } from './ending.js';
import { deskTrouble } from '../trouble.js';
import { isClosed, stateName } from './labels.js';
import { reopenPart } from './reopen.js';

const MOST_REASON = 500; // code points

export function stepsPart(file, visit) {
  const { record, draft } = file;
  const place = h('div', { class: 'step-place' });
  const buttons = h(
    'div',
    { class: 'actions steps' },
    record.steps.map((step, index) =>
      h(
        'button',
        {
          type: 'button',
          id: `step-${step.to}`,
          class: `button ${index === 0 && !mayAlways(step) ? 'button-main' : 'button-quiet'}`,
          'data-step': step.to,
          click: (event) => press(file, step, { place, visit }, event.currentTarget),
        },
        stepName(record, step),
      ),
    ),
  );
  const open = record.steps.find(({ to }) => to === draft.step);
  if (open) fill(place, stepForm(file, open, { place, visit }));
  return h(
    'section',
    { class: 'desk-part matter-steps', 'aria-labelledby': 'matter-steps' },
    h('h2', { id: 'matter-steps' }, t('matter_steps')),
    record.steps.length > 0
      ? [buttons, place]
      : h('p', { class: 'muted' }, t(isClosed(record) ? 'matter_steps_closed' : 'matter_steps_none')),
    reopenPart(file),
    record.next_step && !isClosed(record)
      ? h(
          'p',
          { class: 'next-step' },
          h('b', {}, `${t('paper_next')}${t('optional_colon')}`),
          h('span', { lang: 'zh-Hans' }, record.next_step),
        )
      : null,
  );
}

// Ends that a matter can come to from any state are not what is usually done next.
function mayAlways({ to }) {
  return to === 'forwarded' || to === 'unreachable' || to === 'withdrawn';
}

function stepName({ state }, { to }) {
  return tCode('step', `${state}.${to}`) || tCode('step', `any.${to}`) || t('step_other', { state: stateName(to) });
}

function asksFirst(step) {
  return step.needs_reason || step.names_handler || isClosed({ state: step.to });
}

async function press(file, step, room, button) {
  const { place } = room;
  if (asksFirst(step)) {
    file.draft.step = step.to;
    fill(place, stepForm(file, step, room));
    reveal(place.querySelector('input, textarea, select, button'));
    return;
  }
  if (button.getAttribute('aria-disabled') === 'true') return;
  button.setAttribute('aria-disabled', 'true');
  try {
    await take(file, step, {});
  } catch (error) {
    button.setAttribute('aria-disabled', 'false');
    fill(
      place,
      deskTrouble(error, () => press(file, step, room, button)),
    );
  }
}

function take(file, step, more) {
  return file.change(
    'POST',
    'steps',
    { to: step.to, ...more, revision: file.record.revision },
    { done: ['step_done', { state: stateName(step.to) }], dropped: ['step', 'reason', 'handler', 'end'] },
  );
}

function stepForm(file, step, room) {
  const { record, draft } = file;
  const { place, visit } = room;
  const cancel = cancelButton(file, step, place);
  if (step.to === 'unreachable' && !record.may.end_unreachable) return attemptForm(file, cancel);
  draft.end ??= {};
  const end = endFields(step.to, draft.end, {
    name: visit.person.name,
    redraw: () => {
      fill(place, stepForm(file, step, room));
      place.querySelector('input:checked')?.focus();
    },
  });
  const handler = step.names_handler ? handlerField(record, step, draft) : null;
  const reason = step.needs_reason
    ? areaField(
        {
          name: 'reason',
          label: t('step_reason'),
          hint: t('step_reason_hint', { n: MOST_REASON }),
          value: draft.reason,
        },
        (text) => {
          draft.reason = text;
        },
      )
    : null;
  const body = () => ({
    ...(reason ? { reason: reason.value.trim() } : {}),
    ...(handler ? { handler: handler.value ? Number(handler.value) : null } : {}),
    ...(end.body() ? { end: end.body() } : {}),
  });
  const form = new Form({
    kind: 'step-form',
    fields: [handler, reason, ...end.fields].filter(Boolean),
    submit: t('step_do', { step: stepName(record, step) }),
    busy: t('saving_staff'),
    check: () => ({ ...problems(step, body()), ...end.problems() }),
    act: () => take(file, step, body()),
    rest: cancel,
  });
  if (isClosed({ state: step.to })) form.element.prepend(h('p', { class: 'ask-sure' }, t('step_sure')));
  form.element.dataset.form = step.to;
  return form.element;
}

function cancelButton({ draft }, step, place) {
  return h(
    'button',
    {
      type: 'button',
      class: 'button button-quiet',
      click: () => {
        delete draft.step;
        delete draft.handler;
        delete draft.end;
        fill(place);
        document.getElementById(`step-${step.to}`)?.focus();
      },
    },
    t('cancel'),
  );
}

function problems(step, { reason, handler }) {
  const found = {};
  if (step.needs_handler && !handler) found.handler = t('step_handler_blank');
  if (step.needs_reason && !reason) found.reason = t('step_reason_blank');
  else if (step.needs_reason && [...reason].length > MOST_REASON) found.reason = t('name_long', { n: MOST_REASON });
  return found;
}

// The present handler keeps it; else the table of handlers names one.
function handlerField(record, step, draft) {
  const preset = record.handler ?? record.suggested_handler;
  const offered = record.candidates ?? [];
  const known = preset && !offered.some(({ id }) => id === preset.id) ? [preset, ...offered] : offered;
  return selectField(
    {
      name: 'handler',
      label: t('step_handler'),
      hint: t(handlerHint(record)),
      value: draft.handler ?? String(preset?.id ?? ''),
      options: [
        { value: '', label: t(step.needs_handler ? 'step_handler_choose' : 'step_handler_none') },
        ...known.map(({ id, name }) => ({ value: String(id), label: name })),
      ],
    },
    (value) => {
      draft.handler = value;
    },
  );
}

// Without an account, the unit does not hear of it here, even if a supervisor above can be chosen.
function handlerHint({ unit_has_accounts: hasAccounts, suggested_handler: suggested }) {
  if (!hasAccounts) return 'step_no_account';
  return suggested ? 'step_handler_hint' : 'step_nobody_named';
}
