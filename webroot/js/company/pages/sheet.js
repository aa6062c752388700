// 一次性告知单: the answer on paper.

import { fill, h } from '../../shared/dom.js';
import { t } from '../../shared/language.js';
import { isIssues } from '../../shared/session.js';
import { readParts } from '../../shared/sheet/content.js';
import { drawSheet } from '../../shared/sheet/page.js';
import { qrPlace } from '../../shared/sheet/picture.js';
import { codeOfThese } from '../../shared/sheet/saved_code.js';
import { trouble, waiting } from '../../shared/trouble.js';

export { ready } from '../../shared/sheet/page.js';

/**
 * @param {Pages.CompanySession} session @param {HTMLElement} view @param {string} argument
 * @param {URLSearchParams} query
 */
export async function show(session, view, argument, query) {
  fill(view, waiting(t('matching')));
  try {
    await session.load();
    const answer = await session.match();
    return view.isConnected
      ? drawSheet(session, view, answer, readParts(query), {
          qr: qrPlace(session),
          canName: true,
          markOf: (measure) => session.todo.of(measure),
          codeOf: () => codeOfThese(session),
        })
      : undefined;
  } catch (error) {
    if (!view.isConnected) return undefined;
    if (isIssues(error)) location.replace('#/form');
    else
      fill(
        view,
        h('h1', { tabindex: '-1' }, t('sheet_title')),
        trouble(error, () => show(session, view, argument, query)),
      );
    return undefined;
  }
}
