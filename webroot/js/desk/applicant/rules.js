// The rules that use a fact, taken from the criteria of the answer. They tell the clerk why a question
// is asked and what it means.

import { h } from '../../shared/dom.js';
import { onlyChinese, say, t } from '../../shared/language.js';
import { measureLink, sourceLink } from '../../shared/parts/links.js';

const MOST_OPEN = 2; // rules beside a question before the fold
const MOST_MEASURES = 2; // measures named for one rule

/**
 * `Map(fact → [{text, uses: [{measure, source}]}])`, the rule that most measures share first. A rule on
 * a derived fact counts for the facts that it is derived from.
 * @param {Api.Match[]} matches @param {Api.Fact[]} facts @returns {Map<string, Desk.UsedRule[]>}
 */
export function rulesByFact(matches, facts) {
  const sources = new Map(
    facts.filter(({ derived_from: from }) => from?.length > 0).map((fact) => [fact.id, fact.derived_from]),
  );
  /** @type {Map<string, Map<string, Map<string, Desk.RuleUse>>>} */
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

/**
 * @param {Map<string, Map<string, Map<string, Desk.RuleUse>>>} rules @param {string} fact @param {string} text
 * @param {Desk.RuleUse} use
 */
function add(rules, fact, text, use) {
  const texts = rules.get(fact) ?? new Map();
  const uses = texts.get(text) ?? new Map();
  rules.set(fact, texts);
  texts.set(text, uses);
  uses.set(use.measure.id, use);
}

/** @param {Api.Criterion} node @returns {Api.CriterionLeaf[]} */
function leavesOf(node) {
  return 'children' in node ? node.children.flatMap(leavesOf) : [node];
}

/**
 * The rules as an element, unfolded with `open` unless the screen is narrow; `label` is the question's.
 * @param {Desk.UsedRule[]} rules @param {string} label @param {boolean} open
 */
export function rulesPart(rules, label, open) {
  const [first, rest] = [rules.slice(0, MOST_OPEN), rules.slice(MOST_OPEN)];
  const hidden = h('span', { class: 'visually-hidden' }, `${t('optional_colon')}${label}`);
  return h(
    'details',
    { class: 'rules-fold', open: open && matchMedia('(min-width: 64rem)').matches },
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

/** @param {Desk.UsedRule} given */
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

// All sources are in the notice, so its number is left out and the place remains.
/** @param {Api.Source} source */
function place(source) {
  return source.item === null || source.item === undefined ? source : { ...source, number: '' };
}
