// The assisted form: the questions that companies have, with the rules beside them and the origin of
// each answer. It is worked with the keyboard, while somebody across the desk waits.

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
import { hallTrouble } from '../trouble.js';
import { isProblem } from '../visit.js';
import { QuestionNotes } from './question_notes.js';
import { keyboard } from './keys.js';
import { changesByOthers } from './changes_by_others.js';
import { rulesByFact } from './rules.js';
import { partName } from './values.js';

const MOST_TEXT = 200; // characters of name and contact

export class AssistedForm {
  #record;
  #onSaved;
  #relevance;
  #sections;
  #texts;
  #fields;
  #notes;
  #summary;
  #banner;
  #again;
  #live;
  #end;
  #endKeys;
  #state;
  #button;

  /** `onSaved()` is called once the service has it. */
  constructor(record, onSaved) {
    this.#record = record;
    this.#onSaved = onSaved;
    const { answers, facts } = record;
    this.#relevance = new Relevance(facts, answers);
    this.#sections = new Sections(facts, answers, record.fact('enterprise_size')?.derived_from ?? []);
    this.#texts = ['name', 'contact'].map((name) => this.#text(name));
    this.#fields = new Map([
      ...this.#texts.map((field) => [
        field.name,
        { setIssues: ([first]) => field.setProblem(first ?? ''), focus: () => field.focus() },
      ]),
      ...this.#sections.fields,
    ]);
    this.#notes = new Map();
    for (const [id, field] of this.#sections.fields) {
      const beside = new QuestionNotes(record, field.fact, () => this.#changed());
      this.#notes.set(id, beside);
      field.element.append(beside.element);
    }
    this.#summary = new IssueSummary(this.#fields, (name) => partName(record, name));
    this.#banner = h('div', { class: 'banner' });
    this.#again = h('div', {});
    this.#live = new Live(record, {
      onAnswer: (answer) => this.#learn(answer),
      onRefused: (issues) => showBeside(this.#fields, this.#issuesFrom(issues)),
    });
    this.element = this.#layOut();
  }

  /** Resolves when the form may be shown; the rules come later. */
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

  stop() {
    this.#end();
    this.#endKeys();
    this.#live.stop();
  }

  focus(fact) {
    this.#fields.get(this.#record.answers.askedFor(fact))?.focus();
  }

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
    this.#state = h('p', { class: 'save-state', role: 'status' });
    this.#button = h(
      'button',
      { type: 'submit', class: 'button button-main', 'aria-keyshortcuts': 'Control+S' },
      t('save'),
    );
    const send = async (event) => {
      event.preventDefault();
      // The first questions end with a way to the result, which needs nothing saved.
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
    for (const beside of this.#notes.values()) beside.update();
    fill(
      this.#again,
      againNotice(
        this.#record.answers.again,
        (id) => this.#record.fact(id),
        (id) => `#/applicant/${this.#record.id}?fact=${encodeURIComponent(id)}`,
      ),
    );
    const n = this.#record.base ? this.#record.changed().length : 0;
    const text = n > 0 ? t('unsaved_n', { n }) : '';
    if (this.#state.textContent !== text) fill(this.#state, text);
    this.#state.classList.toggle('is-unsaved', n > 0);
  }

  #learn(answer) {
    this.#relevance.learn(answer.questions);
    this.#sections.learn(answer, (id) => this.#record.fact(id));
    this.#sections.offer(answer.profile.suggestions);
    this.#sections.update(this.#relevance);
    const drafts = this.#draftIssues();
    showBeside(this.#fields, drafts);
    if (drafts.length === 0) this.#summary.hide();
  }

  async #tellRules() {
    try {
      const rules = rulesByFact((await this.#record.match()).matches, this.#record.facts);
      for (const [fact, beside] of this.#notes) beside.showRules(rules.get(fact));
    } catch {
      /* the questions can be asked without them */
    }
  }

  async save() {
    if (this.#button.getAttribute('aria-disabled') === 'true') return;
    fill(this.#banner);
    const wrong = [...this.#textIssues(), ...this.#draftIssues()];
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

  async #tell(error) {
    if (!this.element.isConnected) return;
    if (isProblem(error, 'changed_elsewhere')) await this.#meet(error.problem.changes ?? []);
    else if (isProblem(error, 'matter_open'))
      this.#showIssues([{ place: 'credit_code', message: t('firm_matter_open') }]);
    else if (isProblem(error, 'applicant_exists'))
      this.#showIssues([{ place: 'credit_code', message: t('firm_exists') }]);
    else if (isIssues(error)) this.#showIssues(this.#issuesFrom(error.issues));
    else this.#say(hallTrouble(error, () => this.save()));
  }

  async #meet(changes) {
    try {
      const met = await this.#record.meet();
      this.#redraw();
      this.#say(changesByOthers(this.#record, changes, met, { redraw: () => this.#redraw(), save: () => this.save() }));
    } catch (error) {
      if (this.element.isConnected) this.#say(hallTrouble(error, () => this.save()));
    }
  }

  #redraw() {
    for (const field of this.#sections.fields.values()) field.redraw();
    for (const one of this.#texts) one.input.value = this.#record[one.name];
    this.#changed();
  }

  #say(notice) {
    fill(this.#banner, notice);
    notice.tabIndex = -1;
    notice.focus({ preventScroll: true });
    this.#banner.scrollIntoView({ block: 'center' });
  }

  #busy(yes) {
    this.#button.setAttribute('aria-disabled', String(yes));
    fill(this.#button, t(yes ? 'saving_staff' : 'save'));
  }

  #showIssues(issues) {
    showBeside(this.#fields, issues);
    this.#summary.show(issues);
  }

  #textIssues() {
    const { name, contact } = this.#record;
    const long = (text) => [...text.trim()].length > MOST_TEXT;
    return [
      name.trim() === '' ? { place: 'name', message: t('applicant_name_blank') } : null,
      long(name) ? { place: 'name', message: t('name_long', { n: MOST_TEXT }) } : null,
      long(contact) ? { place: 'contact', message: t('name_long', { n: MOST_TEXT }) } : null,
    ].filter(Boolean);
  }

  #draftIssues() {
    return this.#record.answers.problems().map(([place, entry]) => ({ place, message: problemText(entry) }));
  }

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
