// The code of the industry. Whoever types words instead is offered the lines of business that they name.

import { fill, h } from '../dom.js';
import { say, t } from '../language.js';
import { branchesFor } from './branches.js';
import { plainCode } from './codes.js';
import { textInput } from './text.js';

const BRANCH = 'size_industry';
const CODE = /^(?:[A-T]\d{0,4}|\d{1,4})$/; // GB/T 4754: a section and up to four digits

/** `context`: `{fact(id), take(fact, value)}`, the vocabulary and what answers another question. */
export function industryControl(fact, ids, entry, emit, { fact: factOf, take }) {
  const input = textInput(ids, entry, { class: 'code', autocapitalize: 'characters' });
  const branches = h('div', { class: 'branches', 'aria-live': 'polite' });
  const choose = (code) => {
    input.value = '';
    show({});
    emit({});
    take(BRANCH, code);
  };
  const show = ({ problem }) => {
    const found = problem ? branchesFor(input.value, factOf(BRANCH)?.options ?? []) : [];
    fill(
      branches,
      found.length === 0
        ? null
        : [
            h('p', {}, t('branches_title')),
            h(
              'div',
              { class: 'actions' },
              found.map((option) =>
                h(
                  'button',
                  { type: 'button', class: 'button', 'data-branch': option.code, click: () => choose(option.code) },
                  say(option),
                ),
              ),
            ),
          ],
    );
  };
  const changed = (event) => {
    if (event.isComposing) return; // a word that is still being chosen
    const read = readIndustry(input.value);
    show(read);
    emit(read);
  };
  input.addEventListener('input', changed);
  input.addEventListener('compositionend', changed);
  show(entry);
  return { element: h('div', {}, input, branches), target: input };
}

/** The entry for what was typed. */
export function readIndustry(typed) {
  const code = plainCode(typed);
  if (code === '') return {};
  return CODE.test(code)
    ? { draft: { text: typed }, value: code }
    : { draft: { text: typed }, problem: 'industry_code' };
}
