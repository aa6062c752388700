// The keeper's page: what of the policies runs out, their versions, how two differ, and a preview.

import { fill, h } from '../../shared/dom.js';
import { addWords, t } from '../../shared/language.js';
import { stylesheet } from '../../shared/style.js';
import { waiting } from '../../shared/trouble.js';
import { differencesPart } from '../policies/differences.js';
import { previewPart } from '../policies/preview.js';
import { upkeepPart } from '../policies/upkeep.js';
import { versionsPart } from '../policies/versions.js';
import { policyWords } from '../policies/words.js';
import { deskTrouble } from '../trouble.js';

addWords(policyWords);

/**
 * With `?to=` and a hash the address shows how that version differs from the one that is served.
 * @param {Desk.Visit} visit @param {HTMLElement} view @param {string} argument @param {URLSearchParams} query
 */
export async function show(visit, view, argument, query) {
  fill(view, waiting(t('opening')));
  const to = query.get('to') ?? '';
  const asked = new URLSearchParams({ to });
  try {
    const [upkeep, kept, differences] = await Promise.all([
      visit.get('policies/upkeep'),
      visit.get('policies/versions'),
      to ? visit.get(`policies/differences?${asked}`) : null,
      stylesheet('/css/desk-matter.css'),
      stylesheet('/css/desk-overview.css'),
    ]);
    if (!view.isConnected) return;
    fill(
      view,
      h(
        'div',
        { class: 'desk' },
        h('h1', { tabindex: '-1' }, t('policies_title')),
        h('p', { class: 'lead' }, t('policies_lead')),
        differences ? differencesPart(differences) : null,
        upkeepPart(upkeep),
        versionsPart(kept),
        previewPart(kept, upkeep.today),
      ),
    );
  } catch (error) {
    fill(
      view,
      h('h1', { tabindex: '-1' }, t('policies_title')),
      deskTrouble(error, () => show(visit, view, argument, query)),
    );
  }
}
