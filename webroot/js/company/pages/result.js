// The result of a company's own answers.

import { fill, h } from '../../shared/dom.js';
import { t } from '../../shared/language.js';
import { Open } from '../../shared/result/open.js';
import { readView } from '../../shared/result/arrange.js';
import { ResultPage } from '../../shared/result/page.js';
import { isIssues } from '../../shared/session.js';
import { trouble, waiting } from '../../shared/trouble.js';
import { ResultTools } from '../result_tools.js';
import { News } from '../since/news.js';
import { todoMarks } from '../todo_row.js';

/** @param {Pages.CompanySession} session @param {HTMLElement} container @param {URLSearchParams} query */
export async function resultPage(session, container, query) {
  fill(container, head(), waiting(t('matching')));
  try {
    await session.load();
    const answer = await session.match();
    if (!container.isConnected) return undefined;
    const news = new News(session);
    const page = new ResultPage(session, container, readView(query), {
      head: () => [head(), news.element],
      tools: toolsAndNews(new ResultTools(session), news),
      address: '#/result',
      open: new Open(session),
      marks: todoMarks(session),
    });
    page.start(answer);
    return () => page.stop();
  } catch (error) {
    if (!container.isConnected) return undefined;
    if (isIssues(error)) location.replace('#/form');
    else
      fill(
        container,
        head(),
        trouble(error, () => resultPage(session, container, query)),
      );
    return undefined;
  }
}

// Both follow each new answer.
/** @param {ResultTools} tools @param {News} news */
function toolsAndNews(tools, news) {
  return {
    element: tools.element,
    /** @param {Api.MatchAnswer} answer */
    show: (answer) => {
      tools.show(answer);
      news.show(answer);
    },
  };
}

function head() {
  return h(
    'div',
    { class: 'result-head' },
    h('h1', { tabindex: '-1' }, t('result_title')),
    h(
      'p',
      { class: 'result-links' },
      h('a', { href: '#/form' }, t('result_back')),
      h('a', { href: '#/check' }, t('check_link')),
    ),
  );
}
