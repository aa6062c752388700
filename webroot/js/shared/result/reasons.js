// The criteria as a readable tree: a sign, the answer and the requirement of each.

import { h, sign } from '../dom.js';
import { factValue, gapText, sourceText } from '../format.js';
import { onlyChinese, say, t, tCode } from '../language.js';
import { sourceLink } from '../parts/links.js';

const GLYPHS = { true: '✓', false: '✗', unknown: '?' };

/**
 * `vocabulary(id)` gives the fact; `sources` are the measure's own, which no leaf repeats. Returns
 * null for a measure without criteria.
 */
export function reasons(criteria, sources, vocabulary) {
  if (!criteria) return null;
  const told = new Set(sources.map((source) => sourceText(source)));
  return h('ul', { class: 'tree' }, branch(criteria, { vocabulary, told, negated: false }));
}

// The root and other groups of all that have no role only hold their children.
function branch(node, context) {
  if (!node.children) return [leaf(node, context)];
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

function titled(node, children, context) {
  return h(
    'li',
    { class: 'tree-role' },
    h('p', { class: 'tree-title' }, mark(node.truth, context), tCode('role_title', node.role, node.role)),
    h('ul', {}, children),
  );
}

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

function leaf(node, context) {
  const fact = context.vocabulary(node.fact);
  const notes = [
    answerText(node, fact),
    node.truth === 'false' && !context.negated && node.required !== null && node.required !== undefined
      ? t('required', { value: factValue(fact, node.required) })
      : '',
    gapText(node.gap),
  ].filter((note) => note !== '');
  return h(
    'li',
    { class: `tree-leaf truth-${node.truth}` },
    node.role
      ? h('span', { class: 'tree-title' }, `${tCode('role_title', node.role, node.role)}${t('optional_colon')}`)
      : null,
    mark(node.truth, context),
    h('span', { lang: node.text ? onlyChinese() : null }, node.text || say(fact ?? {}) || node.fact),
    h('span', { class: 'tree-note' }, notes.join(t('clause_separator'))),
    node.source && !context.told.has(sourceText(node.source))
      ? h('span', { class: 'tree-note' }, sourceLink(node.source))
      : null,
  );
}

function answerText({ given, possible }, fact) {
  if (given !== null && given !== undefined) return t('given', { value: factValue(fact, given) });
  if (!possible?.length) return t('given_unknown');
  return t(possible.length === 1 ? 'worked_out' : 'possible', { value: factValue(fact, possible) });
}

// Under a "not" a tick would be read as the opposite, so words replace it.
function mark(truth, { negated }) {
  if (negated) return h('span', { class: 'tree-word' }, `${t(`fact_truth.${truth}`)}${t('optional_colon')}`);
  return sign(GLYPHS[truth] ?? '?', t(`truth.${truth}`), truth);
}
