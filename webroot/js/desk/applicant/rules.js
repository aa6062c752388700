// The rules that use a fact, as the answer's criteria state them: for whoever asks the question and
// has to say why, and what is meant.

import { h } from '../../shared/dom.js';
import { onlyChinese, say, t } from '../../shared/language.js';
import { measureLink, sourceLink } from '../../shared/parts/links.js';

const MOST_OPEN = 2; // rules beside a question before the fold
const MOST_MEASURES = 2; // measures named for one rule

/**
 * `Map(fact → [{text, uses: [{measure, source}]}])`, the rule that most measures share first. What uses
 * a fact that is worked out from others uses these.
 */
export function rulesByFact(matches, facts) {
  const sources = new Map(
    facts.filter(({ derived_from: from }) => from?.length > 0).map((fact) => [fact.id, fact.derived_from]),
  );
  const rules = new Map();
  for (const { measure, criteria, sources: own } of matches) {
    for (const { fact, text, source } of leavesOf(criteria)) {
      if (!text) continue;
      for (const asked of [fact, ...(sources.get(fact) ?? [])])
        add(rules, asked, text, { measure, source: source ?? own[0] ?? null });
    }
  }
  return new Map(
    [...rules].map(([fact, texts]) => [
      fact,
      [...texts]
        .map(([text, uses]) => ({ text, uses: [...uses.values()] }))
        .sort((one, other) => other.uses.length - one.uses.length),
    ]),
  );
}

function add(rules, fact, text, use) {
  if (!rules.has(fact)) rules.set(fact, new Map());
  const texts = rules.get(fact);
  if (!texts.has(text)) texts.set(text, new Map());
  texts.get(text).set(use.measure.id, use);
}

function leavesOf(node) {
  if (!node) return [];
  return node.children ? node.children.flatMap(leavesOf) : [node];
}

/** The rules as an element, folded if the screen is narrow; `label` is the question's. */
export function rulesPart(rules, label) {
  const [first, rest] = [rules.slice(0, MOST_OPEN), rules.slice(MOST_OPEN)];
  const hidden = h('span', { class: 'visually-hidden' }, `${t('optional_colon')}${label}`);
  return h(
    'details',
    { class: 'rules-fold', open: matchMedia('(min-width: 64rem)').matches },
    h('summary', {}, t('rules_title', { n: rules.length }), hidden),
    h('ul', { class: 'rules' }, first.map(rule)),
    rest.length === 0
      ? null
      : h(
          'details',
          { class: 'rules-more' },
          h('summary', {}, t('rules_more', { n: rest.length }), hidden.cloneNode(true)),
          h('ul', { class: 'rules' }, rest.map(rule)),
        ),
  );
}

function rule({ text, uses }) {
  const named = uses.slice(0, MOST_MEASURES);
  return h(
    'li',
    {},
    h('p', { lang: onlyChinese() }, text),
    h(
      'p',
      { class: 'rule-uses' },
      named.map(({ measure, source }, index) => [
        index > 0 ? t('clause_separator') : '',
        measureLink(measure, say(measure, 'title')),
        source ? [' ', h('span', { class: 'rule-source' }, sourceLink(place(source), measure.id))] : null,
      ]),
      uses.length > named.length ? t('rule_uses_more', { n: uses.length }) : null,
    ),
  );
}

// All cite the notice: only the place in it tells them apart.
function place(source) {
  return source.item === null || source.item === undefined ? source : { ...source, number: '' };
}
