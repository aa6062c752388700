// The assisted form: the questions that companies have, with the rules beside them and the origin of
// each answer. Clerks use it from the keyboard while the applicant waits.

import { fill, h } from '../../shared/dom.js';
import { problemText } from '../../shared/fields/problems.js';
import { againNotice } from '../../shared/form/again.js';
import { IssueSummary, placeOf, refusedText, showBeside } from '../../shared/form/issues.js';
import { Live } from '../../shared/form/live.js';
import { Relevance } from '../../shared/form/relevance.js';
import { Sections } from '../../shared/form/sections.js';
import { t } from '../../shared/language.js';
import { isIssues } from '../../shared/session.js';
import { textField } from '../fields.js';
import { deskTrouble } from '../trouble.js';
import { isProblem } from '../visit.js';
import { QuestionNotes } from './question_notes.js';
import { keyboard } from './keys.js';
import { changesByOthers } from './changes_by_others.js';
import { TEXTS } from './merge.js';
import { rulesByFact } from './rules.js';
import { partName, textIssues } from './values.js';

export class AssistedForm {
  #record;
  #onSaved;
  #relevance;
  #sections;
  #texts;
  /** @type {Map<string, Pages.IssueField>} */
  #fields;
  /** @type {Map<string, QuestionNotes>} */
  #notes;
  #summary;
  #banner;
  #again;
  /** @type {Live} */
  #live;
  #end = () => {};
  #endKeys = () => {};
  #state;
  #button;

  /**
   * `onSaved()` is called after each save.
   * @param {Desk.Record} record @param {() => unknown} onSaved
   */
  constructor(record, onSaved) {
    this.#record = record;
    this.#onSaved = onSaved;
    const { answers, facts } = record;
    this.#relevance = new Relevance(facts, answers);
    this.#sections = new Sections(facts, answers, record.fact('enterprise_size')?.derived_from ?? []);
    this.#texts = TEXTS.map((name) => this.#text(name));
    this.#fields = new Map();
    for (const field of this.#texts)
      this.#fields.set(field.name, {
        setIssues: ([first]) => field.setProblem(first ?? ''),
        focus: () => field.focus(),
      });
    for (const [id, field] of this.#sections.fields) this.#fields.set(id, field);
    this.#notes = new Map();
    for (const [id, field] of this.#sections.fields) {
      const notes = new QuestionNotes(record, field.fact, () => this.#changed());
      this.#notes.set(id, notes);
      field.element.append(notes.element);
    }
    this.#summary = new IssueSummary(this.#fields, (/** @type {string} */ name) => partName(record, name));
    this.#banner = h('div', { class: 'banner' });
    this.#again = h('div', {});
    this.#live = new Live(record, {
      onAnswer: (/** @type {Api.MatchAnswer} */ answer) => this.#learn(answer),
      onRefused: (/** @type {Api.Issue[]} */ issues) => showBeside(this.#fields, this.#issuesFrom(issues)),
    });
    this.#state = h('p', { class: 'save-state', role: 'status' });
    this.#button = h(
      'button',
      { type: 'submit', class: 'button button-main', 'aria-keyshortcuts': 'Control+S' },
      t('save'),
    );
    this.element = this.#layOut();
  }

  /** Resolves when the form can be shown; the rules are loaded after that. */
  async start() {
    this.#end = this.#record.answers.subscribe(() => {
      this.#sections.update(this.#relevance);
      this.#changed();
      this.#live.soon();
    });
    this.#endKeys = keyboard(this.element, {
      save: () => this.save(),
      fields: this.#sections.fields,
      verify: (fact) => this.#notes.get(fact)?.toggle(),
    });
    await this.#live.now();
    this.#sections.update(this.#relevance);
    this.#changed();
    this.#tellRules();
  }

  /** Shows the record as it is now, after a colleague has saved it. */
  refresh() {
    this.#redraw();
    this.#sections.update(this.#relevance);
  }

  stop() {
    this.#end();
    this.#endKeys();
    this.#live.stop();
  }

  /** @param {string} fact */
  focus(fact) {
    this.#fields.get(this.#record.answers.askedFor(fact))?.focus();
  }

  /** @param {'name' | 'contact'} name */
  #text(name) {
    return textField(
      {
        name,
        label: t(`applicant_${name}`),
        hint: t(`applicant_${name}_hint`),
        value: this.#record[name],
        extra: { maxlength: '200' },
      },
      (text) => {
        this.#record[name] = text;
        this.#changed();
      },
    );
  }

  #layOut() {
    /** @param {SubmitEvent} event */
    const send = async (event) => {
      event.preventDefault();
      // The first questions end with a button that leads to the result, which needs no save.
      if (event.submitter && event.submitter !== this.#button)
        location.hash = `#/applicant/${this.#record.id}?part=answer`;
      else await this.save();
    };
    return h(
      'form',
      { class: 'form assisted', novalidate: true, submit: send },
      this.#banner,
      this.#again,
      this.#summary.element,
      h(
        'div',
        { class: 'assisted-who desk-form' },
        this.#texts.map((one) => one.element),
      ),
      this.#keys(),
      this.#sections.elements,
      h('div', { class: 'dock' }, h('div', { class: 'dock-inner' }, this.#live.element, this.#state, this.#button)),
    );
  }

  #keys() {
    const all = h('input', {
      type: 'checkbox',
      id: 'show-all',
      change: () => {
        this.#record.answers.showAll = all.checked;
        this.#sections.update(this.#relevance);
      },
    });
    all.checked = this.#record.answers.showAll;
    return h(
      'div',
      { class: 'toolbar' },
      h(
        'p',
        { class: 'muted keys' },
        ['save', 'next', 'back', 'verify'].map((key) => [h('kbd', {}, t(`key.${key}`)), ` ${t(`key_does.${key}`)} `]),
      ),
      h('label', { class: 'option option-inline', for: 'show-all' }, all, h('span', {}, t('show_all'))),
    );
  }

  #changed() {
    for (const notes of this.#notes.values()) notes.update();
    fill(
      this.#again,
      againNotice(
        this.#record.answers.again,
        (/** @type {string} */ id) => this.#record.fact(id),
        (id) => `#/applicant/${this.#record.id}?fact=${encodeURIComponent(id)}`,
      ),
    );
    const n = this.#record.isOpen ? this.#record.changed().length : 0;
    const text = n > 0 ? t('unsaved_n', { n }) : '';
    if (this.#state.textContent !== text) fill(this.#state, text);
    this.#state.classList.toggle('is-unsaved', n > 0);
  }

  /** @param {Api.MatchAnswer} answer */
  #learn(answer) {
    this.#relevance.learn(answer.questions);
    this.#sections.learn(answer, (/** @type {string} */ id) => this.#record.fact(id));
    this.#sections.offer(answer.profile.suggestions);
    this.#sections.update(this.#relevance);
    const drafts = this.#draftIssues();
    showBeside(this.#fields, drafts);
    if (drafts.length === 0) this.#summary.hide();
  }

  async #tellRules() {
    try {
      const rules = rulesByFact((await this.#record.match()).matches, this.#record.facts);
      for (const [fact, notes] of this.#notes) notes.showRules(rules.get(fact));
    } catch {
      /* the questions can be asked without them */
    }
  }

  async save() {
    if (this.#button.getAttribute('aria-disabled') === 'true') return;
    fill(this.#banner);
    const wrong = [...textIssues(this.#record), ...this.#draftIssues()];
    this.#showIssues(wrong);
    if (wrong.length > 0) return;
    this.#busy(true);
    try {
      await this.#record.save();
      this.#changed();
      this.#onSaved();
    } catch (error) {
      await this.#tell(error);
    } finally {
      this.#busy(false);
    }
  }

  /** @param {unknown} error */
  async #tell(error) {
    if (!this.element.isConnected) return;
    if (isProblem(error, 'changed_elsewhere')) await this.#mergeOthers(error.problem.changes ?? []);
    else if (isProblem(error, 'matter_open'))
      this.#showIssues([{ place: 'credit_code', message: t('firm_matter_open') }]);
    else if (isProblem(error, 'applicant_exists'))
      this.#showIssues([{ place: 'credit_code', message: t('firm_exists') }]);
    else if (isIssues(error)) this.#showIssues(this.#issuesFrom(error.issues));
    else this.#say(deskTrouble(error, () => this.save()));
  }

  /** @param {Api.Change[]} changes */
  async #mergeOthers(changes) {
    try {
      const merged = await this.#record.mergeOthers();
      this.#redraw();
      this.#say(
        changesByOthers(this.#record, changes, merged, { redraw: () => this.#redraw(), save: () => this.save() }),
      );
    } catch (error) {
      if (this.element.isConnected) this.#say(deskTrouble(error, () => this.save()));
    }
  }

  #redraw() {
    for (const field of this.#sections.fields.values()) field.redraw();
    for (const [index, name] of TEXTS.entries()) this.#texts[index].input.value = this.#record[name];
    this.#changed();
  }

  /** @param {HTMLElement} notice */
  #say(notice) {
    fill(this.#banner, notice);
    notice.tabIndex = -1;
    notice.focus({ preventScroll: true });
    this.#banner.scrollIntoView({ block: 'center' });
  }

  /** @param {boolean} yes */
  #busy(yes) {
    this.#button.setAttribute('aria-disabled', String(yes));
    fill(this.#button, t(yes ? 'saving_staff' : 'save'));
  }

  /** @param {Pages.PlacedIssue[]} issues */
  #showIssues(issues) {
    showBeside(this.#fields, issues);
    this.#summary.show(issues);
  }

  /** @returns {Pages.PlacedIssue[]} */
  #draftIssues() {
    return this.#record.answers.problems().map(([place, entry]) => ({ place, message: problemText(entry) }));
  }

  /** @param {Api.Issue[]} issues @returns {Pages.PlacedIssue[]} */
  #issuesFrom(issues) {
    return [
      ...this.#draftIssues(),
      ...issues.map(({ pointer, code, message }) => ({
        place: placeOf(pointer),
        message: refusedText({ code, message }),
      })),
    ];
  }
}
