// The rules that use a fact, as the answer's criteria state them: for whoever asks the question and
// has to say why, and what is meant.

import { h } from '../../dom.js';
import { onlyChinese, say, t } from '../../language.js';
import { measureLink, sourceLink } from '../../parts/links.js';

const kMostOpen = 2;      // rules beside a question before the fold
const kMostMeasures = 3;  // measures named for one rule

/** `Map(fact → [{text, uses: [{measure, source}]}])`, the rule that fewest measures share last. */
export function rulesByFact(matches) {
  const rules = new Map();
  for (const { measure, criteria, sources } of matches) {
    for (const leaf of leavesOf(criteria)) {
      if (!leaf.text) continue;
      if (!rules.has(leaf.fact)) rules.set(leaf.fact, new Map());
      const texts = rules.get(leaf.fact);
      if (!texts.has(leaf.text)) texts.set(leaf.text, new Map());
      texts.get(leaf.text).set(measure.id, { measure, source: leaf.source ?? sources[0] ?? null });
    }
  }
  return new Map([...rules].map(([fact, texts]) => [fact, [...texts].map(([text, uses]) => ({ text, uses: [...uses.values()] }))
    .sort((one, other) => other.uses.length - one.uses.length)]));
}

function leavesOf(node) {
  if (!node) return [];
  return node.children ? node.children.flatMap(leavesOf) : [node];
}

/** The rules as an element; `rules` undefined: no measure asks. */
export function rulesList(rules, label) {
  if (!rules) return h('p', { class: 'muted' }, t('rules_none'));
  const [first, rest] = [rules.slice(0, kMostOpen), rules.slice(kMostOpen)];
  return [h('ul', { class: 'rules' }, first.map(rule)), rest.length === 0 ? null :
    h('details', { class: 'rules-more' }, h('summary', {}, t('rules_more', { n: rest.length }), h('span', { class: 'visually-hidden' }, `${t('optional_colon')}${label}`)),
      h('ul', { class: 'rules' }, rest.map(rule)))];
}

function rule({ text, uses }) {
  const named = uses.slice(0, kMostMeasures);
  return h('li', {}, h('p', { lang: onlyChinese() }, text),
    h('p', { class: 'rule-uses' }, named.map(({ measure, source }, index) => [index > 0 ? t('clause_separator') : '',
      measureLink(measure, say(measure, 'title')), source ? [' ', h('span', { class: 'rule-source' }, sourceLink(source, measure.id))] : null]),
    uses.length > named.length ? t('rule_uses_more', { n: uses.length }) : null));
}
