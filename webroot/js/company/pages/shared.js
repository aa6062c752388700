// A shared link: answers, which replace the reader's only on request, or a list of measures with
// verdicts, which is only shown.

import { postMatch } from '../../shared/api.js';
import { measures } from '../../shared/library.js';
import { fill, h } from '../../shared/dom.js';
import { againNotice } from '../../shared/form/again.js';
import { canonical, contentOf, sizeOf } from '../../shared/kept_content.js';
import { addWords, t } from '../../shared/language.js';
import { readShared } from '../../shared/share/links.js';
import { answersPage, brokenPage, listPage } from '../share/shown.js';
import { sift } from '../share/sift.js';
import { shareWords } from '../share/words.js';
import { stylesheet } from '../../shared/style.js';
import { trouble, waiting } from '../../shared/trouble.js';

/** Words and style; resolves when they are there. */
export function ready() {
  addWords(shareWords);
  return stylesheet('/css/share.css');
}

/**
 * @param {Pages.CompanySession} session @param {HTMLElement} view @param {string} argument
 * @param {URLSearchParams} query
 */
export async function show(session, view, argument, query) {
  const shared = readShared(query);
  if (shared.problem !== undefined) {
    fill(view, brokenPage());
    return;
  }
  fill(view, waiting(t('opening')));
  try {
    fill(view, shared.answers ? await withAnswers(session, shared.answers) : await withoutAnswers(shared.list));
  } catch (error) {
    fill(
      view,
      h('h1', { tabindex: '-1' }, t(shared.answers ? 'shared_answers' : 'shared_list')),
      trouble(error, () => show(session, view, argument, query)),
    );
  }
}

/**
 * @param {Pages.CompanySession} session
 * @param {{profile: Api.Profile, as_of: string | null, needs: string[]}} answers
 */
async function withAnswers(session, answers) {
  await session.load();
  const { content, taken, left } = sift(answers, session);
  if (taken.length + content.again.length === 0) return brokenPage();
  const here = contentOf(session.answers);
  // What is typed and not valid yet would be lost as well.
  const own = sizeOf(here) + session.answers.problems().length;
  const restore = () => {
    session.answers.restore(content, session);
    // Back skips this page, and the answers disappear from the address.
    location.replace('#/result');
  };
  const needs = session.needs.filter(({ id }) => content.needs.includes(id));
  return answersPage(
    {
      taken,
      left,
      needs,
      again: againNotice(content.again, (/** @type {string} */ id) => session.fact(id)),
      day: content.as_of,
      own,
      // A link carries no marks of what was left out.
      same: canonical({ ...here, left_out: [] }) === canonical(content),
      saved: session.saved.record !== null,
    },
    restore,
  );
}

/** @param {Pages.SharedList} list */
async function withoutAnswers(list) {
  // A match of nothing names today's catalogue.
  const [all, { catalogue }] = await Promise.all([measures(), postMatch({ profile: {}, include: [] })]);
  return listPage(list, new Map(all.map((measure) => [measure.id, measure])), catalogue);
}
