// The assisted form: who the company is, its questions with the rules beside them and the origin of each
// answer, and saving. Clerks use it from the keyboard while the applicant waits.

import { fill, h } from '../../shared/dom.js';
import { problemText } from '../../shared/fields/problems.js';
import { againNotice } from '../../shared/form/again.js';
import { IssueSummary, placeOf, refusedText, showBeside } from '../../shared/form/issues.js';
import { Live } from '../../shared/form/live.js';
import { t } from '../../shared/language.js';
import { isIssues } from '../../shared/session.js';
import { textField } from '../fields.js';
import { deskTrouble } from '../trouble.js';
import { isProblem } from '../visit.js';
import { keyboard } from './keys.js';
import { changesByOthers } from './changes_by_others.js';
import { TEXTS } from './merge.js';
import { rulesByFact } from './rules.js';
import { ScreenQuestions } from './screen_questions.js';
import { TopicQuestions } from './topic_questions.js';
import { partName, partValue, pieces, textIssues } from './values.js';

const CODE = 'credit_code';
const REMARKS = ':is(.field-warnings, .field-issues) > *';

export class AssistedForm {
  #record;
  #onSaved;
  #questions;
  #texts;
  /** @type {Map<string, Pages.IssueField>} */
  #fields;
  #summary;
  #banner;
  #again;
  /** @type {Live} */
  #live;
  #end = () => {};
  #endKeys = () => {};
  #state;
  #button;
  #who;
  #whoLine = h('span', {});

  /**
   * `screens`: what is asked; all questions by topic without them. `onSaved()` is called after each save.
   * @param {Desk.Record} record @param {Api.Screen[]} screens @param {() => unknown} onSaved
   */
  constructor(record, screens, onSaved) {
    this.#record = record;
    this.#onSaved = onSaved;
    const onMark = () => this.#changed();
    this.#questions =
      screens.length > 0
        ? new ScreenQuestions(record, screens, { onDone: () => this.#live.now(), onMark })
        : new TopicQuestions(record, onMark);
    this.#texts = TEXTS.map((name) => this.#text(name));
    this.#fields = new Map();
    for (const field of this.#texts)
      this.#fields.set(field.name, {
        setIssues: ([first]) => field.setProblem(first ?? ''),
        focus: () => field.focus(),
      });
    for (const [id, field] of this.#questions.fields) this.#fields.set(id, field);
    this.#summary = new IssueSummary(this.#fields, (/** @type {string} */ name) => partName(record, name));
    this.#banner = h('div', { class: 'banner' });
    this.#again = h('div', {});
    this.#live = new Live(record, {
      onAnswer: (/** @type {Api.MatchAnswer} */ answer) => this.#learn(answer),
      onRefused: (/** @type {Api.Issue[]} */ issues) => showBeside(this.#fields, this.#issuesFrom(issues)),
      onAway: () => this.#questions.goOnAway(),
    });
    this.#state = h('p', { class: 'save-state', role: 'status' });
    this.#button = h(
      'button',
      { type: 'submit', class: 'button button-main', 'aria-keyshortcuts': 'Control+S' },
      t('save'),
    );
    this.#who = h(
      'details',
      { class: 'desk-card line-card assisted-who-card' },
      h('summary', {}, h('h2', {}, t('applicant_who')), this.#whoLine),
      h(
        'div',
        { class: 'assisted-who desk-form' },
        this.#texts.map((one) => one.element),
        this.#questions.named,
      ),
    );
    this.element = this.#layOut();
  }

  /** Resolves when the form can be shown; the rules are loaded after that. */
  async start() {
    this.#end = this.#record.answers.subscribe(() => {
      this.#changed();
      this.#live.soon();
    });
    this.#endKeys = keyboard({
      save: () => this.save(),
      step: (by) => this.#questions.step(by),
      verify: () => this.#questions.verify(),
      leaveOut: () => this.#questions.leaveOut(),
    });
    await this.#live.now();
    this.#changed();
    const changed = this.#record.changed();
    this.#who.open = this.#who.querySelector(REMARKS) !== null || TEXTS.some((name) => changed.includes(name));
    this.#tellRules();
  }

  /** Shows the record as it is now, after a colleague has saved it. */
  refresh() {
    this.#redraw();
  }

  stop() {
    this.#end();
    this.#endKeys();
    this.#live.stop();
  }

  /** @param {string} fact */
  focus(fact) {
    this.#questions.focus(fact);
  }

  /** Leads to what is asked first. */
  begin() {
    this.#questions.step(1);
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
      this.#who,
      this.#keys(),
      this.#questions.element,
      h('div', { class: 'dock' }, h('div', { class: 'dock-inner' }, this.#live.element, this.#state, this.#button)),
    );
  }

  #keys() {
    const isByScreen = this.#questions instanceof ScreenQuestions;
    return h(
      'div',
      { class: 'toolbar' },
      h(
        'p',
        { class: 'muted key-line' },
        this.#questions.keys.map((key) => [h('kbd', {}, t(`key.${key}`)), ` ${t(`key_does.${key}`)} `]),
      ),
      this.#questions.tool,
      h(
        'a',
        { class: 'line-link', href: `#/applicant/${this.#record.id}?ask=${isByScreen ? 'all' : 'screens'}` },
        t(isByScreen ? 'all_questions' : 'ask_by_screen'),
      ),
    );
  }

  #changed() {
    this.#questions.update();
    const { answers, contact } = this.#record;
    const code = answers.isKnown(CODE) ? partValue(this.#record, CODE, answers.entry(CODE).value) : '';
    fill(this.#whoLine, pieces([contact || t('applicant_contact_none'), code]));
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
    this.#questions.learn(answer);
    const drafts = this.#draftIssues();
    showBeside(this.#fields, drafts);
    if (drafts.length === 0) this.#summary.hide();
  }

  async #tellRules() {
    try {
      this.#questions.showRules(rulesByFact((await this.#record.match()).matches, this.#record.facts));
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
    this.#questions.redraw();
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
