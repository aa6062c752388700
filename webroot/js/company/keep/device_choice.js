// The choice to keep the answers on this device.

import { fill, h } from '../../shared/dom.js';
import { t } from '../../shared/language.js';

/** @param {Pages.CompanySession} session */
export function deviceChoice({ device, seen }) {
  const said = h('p', { class: 'muted', role: 'status' });
  const input = h('input', { type: 'checkbox', id: 'keep-here', checked: device.isKept });
  input.addEventListener('change', () => {
    const wanted = input.checked;
    if (!wanted) device.forget();
    else input.checked = device.keep();
    seen.settle();
    fill(said, t(device.isKept ? 'device_kept' : wanted ? 'device_refused' : 'device_not_kept'));
  });
  return h(
    'div',
    { class: 'device-choice' },
    h('label', { class: 'option', for: input.id }, input, h('span', {}, t('device_keep'))),
    h('p', { class: 'muted' }, t('device_note')),
    said,
  );
}
