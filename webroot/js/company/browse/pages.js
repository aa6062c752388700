// The pages to browse in: the only part of this folder that others load, and only when asked for.

import { Away, Refused } from '../../shared/api.js';
import { fill } from '../../shared/dom.js';
import { addWords, t } from '../../shared/language.js';
import { showAgain } from '../../shared/router.js';
import { stylesheet } from '../../shared/style.js';
import { trouble, waiting } from '../../shared/trouble.js';
import { documentsPage } from './documents.js';
import { measurePage } from './measure.js';
import { measuresPage } from './measures.js';
import { noticePage } from './notice.js';
import { unitPage } from './unit.js';
import { unitsPage } from './units.js';
import { browseWords } from './words.js';

/** @type {Record<string, Pages.BrowsePage>} */
const pages = {
  measures: (view, id, query) => (id ? measurePage(view, id) : measuresPage(view, query)),
  units: (view, id, query) => (id ? unitPage(view, id) : unitsPage(view, query)),
  notice: noticePage,
  documents: documentsPage,
};

/** Words and style; resolves when they are there. */
export function ready() {
  addWords(browseWords);
  return stylesheet('/css/browse.css');
}

/** @param {string} name @param {HTMLElement} view @param {string} argument @param {URLSearchParams} query */
export async function show(name, view, argument, query) {
  fill(view, waiting(t('opening')));
  try {
    return await pages[name](view, argument, query);
  } catch (error) {
    if (!(error instanceof Away || error instanceof Refused)) throw error;
    fill(view, trouble(error, showAgain));
    return undefined;
  }
}
