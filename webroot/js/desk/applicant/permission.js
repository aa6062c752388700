// The authorisation that everything here hangs on: what it says, another in its place, and its end.

import { fill, h, reveal } from '../../shared/dom.js';
import { t } from '../../shared/language.js';
import { Form } from '../form.js';
import { timeText } from '../../shared/china_time.js';
import { hallTrouble, notice, waitNotice } from '../trouble.js';
import { isProblem } from '../visit.js';
import { leaveBody, leaveDraft, leaveFields, leaveProblems } from './leave.js';
import { pieces, purposeText } from './words.js';

/**
 * A card that is folded to one line. `onRenewed()` is called once the service has another one,
 * `onWithdrawn(answer)` once it is over, and `onScreen(draft, agree, explain)` where the applicant is to
 * read first and then to agree; `explain(error)` gives a notice or null.
 */
export function permissionCard(record, { onRenewed, onScreen, onWithdrawn }) {
  const { authorisation: leave } = record.base;
  const place = h('div', { class: 'permission-do' });
  const said = h('div', {});
  const calm = (focus) => {
    const renew = h(
      'button',
      {
        type: 'button',
        class: 'button button-quiet',
        click: () =>
          fill(
            place,
            renewForm(record, { onRenewed, onScreen }, () => calm(true)),
          ),
      },
      t('leave_renew'),
    );
    const end = h(
      'button',
      { type: 'button', class: 'button button-danger', click: () => ask(record, place, said, calm, onWithdrawn) },
      t('leave_withdraw'),
    );
    fill(place, h('div', { class: 'actions' }, renew, end));
    if (focus) end.focus();
  };
  calm(false);
  const line = (label, value) => h('div', {}, h('dt', {}, label), h('dd', {}, value));
  return h(
    'details',
    { class: 'desk-card permission' },
    h(
      'summary',
      {},
      h('h2', {}, t('permission_title')),
      h('span', {}, pieces([leave.given_by, purposeText(leave), t('leave_until', { date: leave.until })])),
    ),
    h(
      'dl',
      { class: 'facts' },
      line(t('leave_given_by'), leave.given_by),
      line(t('leave_purpose'), purposeText(leave)),
      line(t('leave_last'), leave.until),
      line(t('leave_way'), t(`way.${leave.given}`)),
      line(t('leave_recorded'), t('by_whom', { name: leave.recorded_by?.name ?? '', at: timeText(leave.recorded_at) })),
    ),
    said,
    place,
  );
}

// Asked once, with what goes and what stays.
function ask(record, place, said, calm, onWithdrawn) {
  const sure = h('p', { class: 'ask-sure', tabindex: '-1' }, t('withdraw_sure'));
  const end = async () => {
    fill(said);
    try {
      onWithdrawn(await record.send('DELETE', `applicants/${record.id}/authorisation`));
    } catch (error) {
      if (place.isConnected) fill(said, hallTrouble(error, end));
    }
  };
  fill(
    place,
    sure,
    h(
      'ul',
      { class: 'withdraw-what' },
      h('li', {}, t('withdraw_erased')),
      h('li', {}, t('withdraw_kept')),
      h('li', {}, t('withdraw_open')),
    ),
    h(
      'div',
      { class: 'actions' },
      h('button', { type: 'button', class: 'button button-danger', click: end }, t('withdraw_yes')),
      h('button', { type: 'button', class: 'button button-quiet', click: () => calm(true) }, t('cancel')),
    ),
  );
  reveal(sure);
}

function renewForm(record, { onRenewed, onScreen }, calm) {
  const draft = {
    ...leaveDraft(),
    given_by: record.base.authorisation.given_by,
    purpose: record.base.authorisation.for_matters ? 'matters' : 'look',
  };
  const leave = leaveFields(draft, ['paper', 'screen']);
  const send = async () => {
    await record.send('PUT', `applicants/${record.id}/authorisation`, leaveBody(draft));
    onRenewed();
  };
  const known = (error) => (isProblem(error, 'matters_open') ? notice('matters_open') : null);
  const form = new Form({
    fields: Object.values(leave),
    submit: t('leave_renew_do'),
    busy: t('saving_staff'),
    check: () => leaveProblems(draft),
    act: () => (draft.way === 'screen' ? onScreen(draft, send, known) : send()),
    explain: (error) => known(error) ?? waitNotice(error, form),
    rest: h('button', { type: 'button', class: 'button button-quiet', click: calm }, t('cancel')),
  });
  return form.element;
}
