// The criteria of a measure as a tree in words, without answers.

import { h } from '../../shared/dom.js';
import { onlyChinese, say, t } from '../../shared/language.js';
import { sourceText } from '../../shared/format.js';
import { sourceLink } from '../../shared/parts/links.js';

/**
 * `vocabulary` maps ids to facts; `told` are the sources that the page shows anyway.
 * @param {Api.Rule} rule @param {Map<string, Api.Fact>} vocabulary @param {Api.Source[]} told
 */
export function ruleTree(rule, vocabulary, told) {
  const context = { vocabulary, told: new Set(told.map((source) => sourceText(source))) };
  const rules = 'children' in rule && rule.op === 'all' ? rule.children : [rule];
  const together = rules.length > 1;
  return [
    together ? h('p', { class: 'muted' }, t('op.all')) : null,
    h(
      'ul',
      { class: 'tree rule', lang: onlyChinese() },
      rules.map((child) => branch(child, context)),
    ),
  ];
}

/** @param {Api.Rule} node @param {Pages.RuleContext} context @returns {HTMLElement} */
function branch(node, context) {
  if (!('children' in node)) return leaf(node, context);
  return h(
    'li',
    { class: 'tree-group' },
    h('p', { class: 'tree-title' }, t(`op.${node.op}`)),
    h(
      'ul',
      {},
      node.children.map((child) => branch(child, context)),
    ),
  );
}

/** @param {Api.RuleLeaf} node @param {Pages.RuleContext} given */
function leaf(node, { vocabulary, told }) {
  return h(
    'li',
    { class: 'tree-leaf' },
    node.text || say(vocabulary.get(node.fact) ?? {}) || node.fact,
    node.source && !told.has(sourceText(node.source))
      ? h('span', { class: 'tree-note' }, sourceLink(node.source))
      : null,
  );
}
