// The criteria as a readable tree: a sign, the answer and the requirement of each.

import { h, sign } from '../dom.js';
import { factValue, gapText, sourceText } from '../format.js';
import { onlyChinese, say, t, tCode } from '../language.js';
import { sourceLink } from '../parts/links.js';

/** @type {Record<string, string>} */
const GLYPHS = { true: '✓', false: '✗', unknown: '?' };

/**
 * `vocabulary(id)` gives the fact; `sources` are the measure's own, which no leaf repeats. Returns
 * null for a measure without criteria.
 * `isGiven(fact)`: whether the company gave that answer itself.
 * @param {Api.Match['criteria']} criteria @param {Api.Source[]} sources @param {Pages.FactOf} vocabulary
 * @param {(fact: string) => boolean} [isGiven]
 */
export function reasons(criteria, sources, vocabulary, isGiven = () => true) {
  if (!criteria) return null;
  const told = new Set(sources.map((source) => sourceText(source)));
  return h('ul', { class: 'tree' }, branch(criteria, { vocabulary, told, isGiven, negated: false }));
}

// The root and other groups of all that have no role only hold their children.
/** @param {Api.Criterion} node @param {Pages.ReasonContext} context @returns {HTMLElement[]} */
function branch(node, context) {
  if (!('children' in node)) return [leaf(node, context)];
  if (node.children.length === 0) return [];
  if (node.op === 'all' && !node.role && !context.negated)
    return node.children.flatMap((child) => branch(child, context));
  if (node.role && node.op === 'all')
    return [
      titled(
        node,
        node.children.flatMap((child) => branch(child, context)),
        context,
      ),
    ];
  return [group(node, context)];
}

/** @param {Api.CriterionGroup} node @param {HTMLElement[]} children @param {Pages.ReasonContext} context */
function titled(node, children, context) {
  const role = node.role ?? '';
  return h(
    'li',
    { class: 'tree-role' },
    h('p', { class: 'tree-title' }, mark(node.truth, context), tCode('role_title', role, role)),
    h('ul', {}, children),
  );
}

/** @param {Api.CriterionGroup} node @param {Pages.ReasonContext} context */
function group(node, context) {
  const inner = { ...context, negated: context.negated || node.op === 'not' };
  const title = node.role
    ? [tCode('role_title', node.role, node.role), h('span', { class: 'muted' }, ` ${t(`op.${node.op}`)}`)]
    : t(`op.${node.op}`);
  return h(
    'li',
    { class: node.role ? 'tree-role' : 'tree-group' },
    h('p', { class: 'tree-title' }, mark(node.truth, context), title),
    h(
      'ul',
      {},
      node.children.flatMap((child) => branch(child, inner)),
    ),
  );
}

/** @param {Api.CriterionLeaf} node @param {Pages.ReasonContext} context */
function leaf(node, context) {
  const fact = context.vocabulary(node.fact);
  const { role } = /** @type {{role?: string}} */ (node);
  const notes = [
    answerText(node, fact, context.isGiven(node.fact)),
    node.truth === 'false' && !context.negated && node.required !== null && node.required !== undefined
      ? t('required', { value: factValue(fact, node.required) })
      : '',
    gapText(node.gap),
  ].filter((note) => note !== '');
  return h(
    'li',
    { class: `tree-leaf truth-${node.truth}` },
    role ? h('span', { class: 'tree-title' }, `${tCode('role_title', role, role)}${t('optional_colon')}`) : null,
    mark(node.truth, context),
    h('span', { lang: node.text ? onlyChinese() : null }, node.text || say(fact ?? {}) || node.fact),
    h('span', { class: 'tree-note' }, notes.join(t('clause_separator'))),
    node.source && !context.told.has(sourceText(node.source))
      ? h('span', { class: 'tree-note' }, sourceLink(node.source))
      : null,
  );
}

/** @param {Api.CriterionLeaf} leaf @param {Api.Fact | undefined} fact @param {boolean} isGiven */
function answerText({ given, possible }, fact, isGiven) {
  if (given !== null && given !== undefined)
    return t(isGiven ? 'given' : 'worked_out', { value: factValue(fact, given) });
  if (!possible?.length) return t('given_unknown');
  return t(possible.length === 1 ? 'worked_out' : 'possible', { value: factValue(fact, possible) });
}

// Under a "not" a tick would be read as the opposite, so words replace it.
/** @param {string} truth @param {Pages.ReasonContext} context */
function mark(truth, { negated }) {
  if (negated) return h('span', { class: 'tree-word' }, `${t(`fact_truth.${truth}`)}${t('optional_colon')}`);
  return sign(GLYPHS[truth] ?? '?', t(`truth.${truth}`), truth);
}
