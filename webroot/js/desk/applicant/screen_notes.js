// What the desk says beside a screen: each answer with its origin and its rules.

import { h } from '../../shared/dom.js';
import { SizePanel } from '../../shared/form/size.js';
import { t } from '../../shared/language.js';
import { factsOf } from '../../shared/screens/rules.js';
import { AnswerNote } from './answer_note.js';

export class ScreenNotes {
  #record;
  #isList;
  /** @type {Map<string, AnswerNote>} */
  #notes;
  #shown = h('div', {});
  #folded = h('div', {});
  #fold = h('details', { class: 'desk-screen-open' }, h('summary', {}, t('screen_rules')), this.#folded);
  #size;

  /**
   * `onMark()` is called after the clerk changes a mark, `onReopen()` after an answer was taken back.
   * @param {Desk.Record} record @param {Api.Screen} screen @param {{onMark: () => void, onReopen: () => void}} events
   */
  constructor(record, screen, events) {
    this.#record = record;
    this.#isList = screen.style === 'many';
    this.#notes = new Map(
      factsOf(screen).flatMap((id) => {
        const fact = record.fact(id);
        return fact ? [[id, new AnswerNote(record, fact, events)]] : [];
      }),
    );
    this.#size = screen.facts.includes('enterprise_size') ? new SizePanel() : null;
    this.element = h('div', { class: 'desk-screen-notes' }, this.#shown, this.#size?.element, this.#fold);
  }

  /** Shows what the answers have become. */
  update() {
    for (const note of this.#notes.values()) note.update();
    this.#sort();
  }

  // A list asks much at a time: what has no answer is folded with its rules.
  #sort() {
    const all = [...this.#notes.values()];
    const open = this.#isList ? all.filter((note) => !note.isKnown) : [];
    place(
      this.#shown,
      all.filter((note) => !open.includes(note)),
    );
    place(this.#folded, open);
    this.#fold.hidden = open.every(({ element }) => element.hidden);
  }

  /**
   * Marks the answer as checked, or no more.
   * @param {string} fact
   */
  toggle(fact) {
    this.#notes.get(fact)?.toggle();
  }

  /**
   * The size class that the answers allow, beside the screen that asks for it.
   * @param {Api.Derived | undefined} derived
   */
  showSize(derived) {
    this.#size?.show(derived, this.#record.fact('enterprise_size'));
  }

  /** @param {Map<string, Desk.UsedRule[]>} rules */
  showRules(rules) {
    for (const [index, [fact, note]] of [...this.#notes].entries())
      note.showRules(rules.get(fact), !this.#isList && index === 0);
    this.#sort();
  }
}

/**
 * Puts the notes into `list`, unless they are there.
 * @param {HTMLElement} list @param {AnswerNote[]} notes
 */
function place(list, notes) {
  const elements = notes.map(({ element }) => element);
  const isThere = elements.every((element, index) => list.children[index] === element);
  if (elements.length !== list.childElementCount || !isThere) list.replaceChildren(...elements);
}
