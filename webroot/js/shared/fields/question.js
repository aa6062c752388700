// Any question of the vocabulary as a field.

import { choiceControl } from './choice.js';
import { choicesControl } from './choices.js';
import { Field } from './field.js';
import { industryControl } from './industry.js';
import { moneyControl } from './money.js';
import { numberControl } from './number.js';
import { creditCodeControl, textControl } from './text.js';

/** @type {Record<string, Pages.MakeControl>} */
const BY_FACT = { credit_code: creditCodeControl, industry_code: industryControl };
const CONTROLS = {
  text: textControl,
  integer: numberControl,
  percent: numberControl,
  money: moneyControl,
  boolean: choiceControl,
  choice: choiceControl,
  choices: choicesControl,
};

/**
 * The field of `fact`; `answerOther(fact, value)` answers another question from there.
 * @param {Api.Fact} fact @param {Pages.Answers} answers @param {Pages.AnswerOther} answerOther
 */
export function questionField(fact, answers, answerOther) {
  return new Field(fact, answers, BY_FACT[fact.id] ?? CONTROLS[fact.type], answerOther);
}
