// The row of a card that says what the company does about the measure. A second tap takes a mark away.

import { h } from '../shared/dom.js';
import { say, t } from '../shared/language.js';
import { isDue } from '../shared/result/order.js';
import { MARKS } from './todo.js';

/**
 * Marks for the result page. An award that was received is also answered, so that the service leaves it
 * out of the sum.
 * @param {Pages.CompanySession} session @returns {Pages.Marks}
 */
export function todoMarks(session) {
  const { todo } = session;
  return {
    isDone: (measure) => todo.isDone(measure),
    subscribe: (listener) => todo.subscribe(listener),
    row: (match) => (isDue(match) ? todoRow(session, match) : null),
  };
}

/** @param {Pages.CompanySession} session @param {Api.Match} match */
function todoRow(session, match) {
  const { todo } = session;
  const { id } = match.measure;
  return h(
    'div',
    {
      class: 'todo',
      role: 'group',
      'aria-label': `${t('todo_title')}${t('optional_colon')}${say(match.measure, 'title')}`,
    },
    MARKS.map((mark) => {
      const isOn = todo.of(id) === mark;
      return h(
        'button',
        {
          type: 'button',
          class: 'todo-mark',
          'aria-pressed': String(isOn),
          'data-mark': mark,
          'data-stay': `todo-${id}-${mark}`,
          click: () => {
            answerReceived(session, match, !isOn && mark === 'received');
            todo.set(id, isOn ? null : mark);
          },
        },
        h('span', { 'aria-hidden': 'true' }, isOn ? '☑ ' : '☐ '),
        t(`todo.${mark}`),
      );
    }),
  );
}

// The question of what was paid already has the options of the question of what is held.
/** @param {Pages.CompanySession} session @param {Api.Match} match @param {boolean} isReceived */
function answerReceived(session, match, isReceived) {
  for (const { held, paid } of paidQuestions(session, match.criteria)) {
    const before = [session.answers.entry(paid).value ?? []].flat().map(String);
    if (before.includes(held) === isReceived) continue;
    const value = isReceived ? [...before, held] : before.filter((one) => one !== held);
    session.answers.set(paid, { value });
  }
}

/**
 * @param {Pages.CompanySession} session @param {Api.Criterion | null} node
 * @returns {{held: string, paid: string}[]}
 */
function paidQuestions(session, node) {
  if (!node) return [];
  if ('children' in node) return node.children.flatMap((child) => paidQuestions(session, child));
  const question = session.fact(`${node.fact}_paid`);
  const isDetail = question?.detail_of?.fact === node.fact && node.truth === 'true';
  return question && isDetail && typeof node.required === 'string' ? [{ held: node.required, paid: question.id }] : [];
}
