// Measures without a handler in some county: their matters wait for a supervisor.

import { fill, find, h } from '../../shared/dom.js';
import { onlyChinese, t } from '../../shared/language.js';
import { nameForm } from './name_form.js';
import { formButton } from './form_button.js';

const STEP = 30; // lines that are drawn at once

/** @param {Api.HandlerGap[]} gaps @param {Desk.HandlerContext} context */
export function gapList(gaps, context) {
  const list = h('ul', { class: 'gaps' });
  const more = h('div', { class: 'actions' });
  let n = STEP;
  const draw = () => {
    fill(
      list,
      gaps.slice(0, n).map((one) => line(one, context)),
    );
    const left = Math.min(STEP, gaps.length - n);
    fill(
      more,
      left > 0
        ? h(
            'button',
            {
              type: 'button',
              class: 'button',
              click: () => {
                const first = n;
                n += STEP;
                draw();
                find(list.children[first], 'button').focus();
              },
            },
            t('queue_more', { n: left }),
          )
        : null,
    );
  };
  draw();
  return h(
    'section',
    { class: 'desk-part' },
    h(
      'h2',
      {},
      h('span', { 'aria-hidden': 'true' }, gaps.length > 0 ? '! ' : '✓ '),
      gaps.length > 0 ? t('handlers_gaps', { n: gaps.length }) : t('handlers_gaps_none'),
    ),
    list,
    more,
  );
}

// If all counties lack a handler, the first choice is one for all of them.
/** @param {Api.HandlerGap} gap @param {Desk.HandlerContext} context */
function line(gap, context) {
  const all = context.isEverywhere(gap.counties);
  const counties = (all ? [null, ...gap.counties] : gap.counties).filter((county) =>
    context.mayChange({ county, unit: gap.unit }),
  );
  return h(
    'li',
    { 'data-gap': `${gap.measure} ${gap.unit}` },
    h(
      'div',
      {},
      h(
        'p',
        {},
        h('span', { class: 'reference' }, gap.measure),
        ' ',
        h('span', { lang: onlyChinese() }, gap.title),
        ' · ',
        h('span', { lang: onlyChinese() }, gap.unit_name),
      ),
      h(
        'p',
        { class: 'muted' },
        all
          ? t('handlers_all_gap')
          : t('handlers_in', { counties: gap.counties.map(context.county).join(t('list_separator')) }),
      ),
    ),
    counties.length === 0
      ? null
      : formButton(t('handlers_name'), gap.measure, (close) => nameForm({ ...gap, counties }, context, close)),
  );
}
