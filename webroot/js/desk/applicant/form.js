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
import { Beside } from './beside.js';
import { keyboard } from './keys.js';
import { meetPart } from './meet.js';
import { rulesByFact } from './rules.js';
import { partName } from './words.js';

const kMostText = 200; // characters of name and contact

export class AssistedForm {
  /** `onSaved()` is called once the service has it. */
  constructor(record, onSaved) {
    this.record_ = record;
    this.on_saved_ = onSaved;
    const { answers, facts } = record;
    this.relevance_ = new Relevance(facts, answers);
    this.sections_ = new Sections(facts, answers, record.fact('enterprise_size')?.derived_from ?? []);
    this.texts_ = ['name', 'contact'].map((name) => this.text_(name));
    this.fields_ = new Map([
      ...this.texts_.map((field) => [
        field.name,
        { setIssues: ([first]) => field.setProblem(first ?? ''), focus: () => field.focus() },
      ]),
      ...this.sections_.fields,
    ]);
    this.besides_ = new Map();
    for (const [id, field] of this.sections_.fields) {
      const beside = new Beside(record, field.fact, () => this.changed_());
      this.besides_.set(id, beside);
      field.element.append(beside.element);
    }
    this.summary_ = new IssueSummary(this.fields_, (name) => partName(record, name));
    this.banner_ = h('div', { class: 'banner' });
    this.again_ = h('div', {});
    this.live_ = new Live(record, {
      onAnswer: (answer) => this.learn_(answer),
      onRefused: (issues) => showBeside(this.fields_, this.issuesFrom_(issues)),
    });
    this.element = this.layOut_();
  }

  /** Resolves when the form may be shown; the rules come later. */
  async start() {
    this.end_ = this.record_.answers.subscribe(() => {
      this.sections_.update(this.relevance_);
      this.changed_();
      this.live_.soon();
    });
    this.end_keys_ = keyboard(this.element, {
      save: () => this.save(),
      fields: this.sections_.fields,
      verify: (fact) => this.besides_.get(fact)?.toggle(),
    });
    await this.live_.now();
    this.sections_.update(this.relevance_);
    this.changed_();
    this.tellRules_();
  }

  stop() {
    this.end_();
    this.end_keys_();
    this.live_.stop();
  }

  focus(fact) {
    this.fields_.get(this.record_.answers.askedFor(fact))?.focus();
  }

  text_(name) {
    return textField(
      {
        name,
        label: t(`applicant_${name}`),
        hint: t(`applicant_${name}_hint`),
        value: this.record_[name],
        extra: { maxlength: '200' },
      },
      (text) => {
        this.record_[name] = text;
        this.changed_();
      },
    );
  }

  layOut_() {
    this.state_ = h('p', { class: 'save-state', role: 'status' });
    this.button_ = h(
      'button',
      { type: 'submit', class: 'button button-main', 'aria-keyshortcuts': 'Control+S' },
      t('save'),
    );
    const send = async (event) => {
      event.preventDefault();
      // The first questions end with a way to the result, which needs nothing saved.
      if (event.submitter && event.submitter !== this.button_)
        location.hash = `#/applicant/${this.record_.id}?part=answer`;
      else await this.save();
    };
    return h(
      'form',
      { class: 'form assisted', novalidate: true, submit: send },
      this.banner_,
      this.again_,
      this.summary_.element,
      h(
        'div',
        { class: 'assisted-who desk-form' },
        this.texts_.map((one) => one.element),
      ),
      this.keys_(),
      this.sections_.elements,
      h('div', { class: 'dock' }, h('div', { class: 'dock-inner' }, this.live_.element, this.state_, this.button_)),
    );
  }

  keys_() {
    const all = h('input', {
      type: 'checkbox',
      id: 'show-all',
      change: () => {
        this.record_.answers.showAll = all.checked;
        this.sections_.update(this.relevance_);
      },
    });
    all.checked = this.record_.answers.showAll;
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

  changed_() {
    for (const beside of this.besides_.values()) beside.update();
    fill(
      this.again_,
      againNotice(
        this.record_.answers.again,
        (id) => this.record_.fact(id),
        (id) => `#/applicant/${this.record_.id}?fact=${encodeURIComponent(id)}`,
      ),
    );
    const n = this.record_.base ? this.record_.changed().length : 0;
    const text = n > 0 ? t('unsaved_n', { n }) : '';
    if (this.state_.textContent !== text) fill(this.state_, text);
    this.state_.classList.toggle('is-unsaved', n > 0);
  }

  learn_(answer) {
    this.relevance_.learn(answer.questions);
    this.sections_.learn(answer, (id) => this.record_.fact(id));
    this.sections_.offer(answer.profile.suggestions);
    this.sections_.update(this.relevance_);
    const drafts = this.draftIssues_();
    showBeside(this.fields_, drafts);
    if (drafts.length === 0) this.summary_.hide();
  }

  async tellRules_() {
    try {
      const rules = rulesByFact((await this.record_.match()).matches, this.record_.facts);
      for (const [fact, beside] of this.besides_) beside.showRules(rules.get(fact));
    } catch {
      /* the questions can be asked without them */
    }
  }

  async save() {
    if (this.button_.getAttribute('aria-disabled') === 'true') return;
    fill(this.banner_);
    const wrong = [...this.textIssues_(), ...this.draftIssues_()];
    this.showIssues_(wrong);
    if (wrong.length > 0) return;
    this.busy_(true);
    try {
      await this.record_.save();
      this.changed_();
      this.on_saved_();
    } catch (error) {
      await this.tell_(error);
    } finally {
      this.busy_(false);
    }
  }

  async tell_(error) {
    if (!this.element.isConnected) return;
    if (isProblem(error, 'changed_elsewhere')) await this.meet_(error.problem.changes ?? []);
    else if (isProblem(error, 'matter_open'))
      this.showIssues_([{ place: 'credit_code', message: t('firm_matter_open') }]);
    else if (isProblem(error, 'applicant_exists'))
      this.showIssues_([{ place: 'credit_code', message: t('firm_exists') }]);
    else if (isIssues(error)) this.showIssues_(this.issuesFrom_(error.issues));
    else this.say_(hallTrouble(error, () => this.save()));
  }

  async meet_(changes) {
    try {
      const met = await this.record_.meet();
      this.redraw_();
      this.say_(meetPart(this.record_, changes, met, { redraw: () => this.redraw_(), save: () => this.save() }));
    } catch (error) {
      if (this.element.isConnected) this.say_(hallTrouble(error, () => this.save()));
    }
  }

  redraw_() {
    for (const field of this.sections_.fields.values()) field.redraw();
    for (const one of this.texts_) one.input.value = this.record_[one.name];
    this.changed_();
  }

  say_(notice) {
    fill(this.banner_, notice);
    notice.tabIndex = -1;
    notice.focus({ preventScroll: true });
    this.banner_.scrollIntoView({ block: 'center' });
  }

  busy_(yes) {
    this.button_.setAttribute('aria-disabled', String(yes));
    fill(this.button_, t(yes ? 'saving_staff' : 'save'));
  }

  showIssues_(issues) {
    showBeside(this.fields_, issues);
    this.summary_.show(issues);
  }

  textIssues_() {
    const { name, contact } = this.record_;
    const long = (text) => [...text.trim()].length > kMostText;
    return [
      name.trim() === '' ? { place: 'name', message: t('applicant_name_blank') } : null,
      long(name) ? { place: 'name', message: t('name_long', { n: kMostText }) } : null,
      long(contact) ? { place: 'contact', message: t('name_long', { n: kMostText }) } : null,
    ].filter(Boolean);
  }

  draftIssues_() {
    return this.record_.answers.problems().map(([place, entry]) => ({ place, message: problemText(entry) }));
  }

  issuesFrom_(issues) {
    return [
      ...this.draftIssues_(),
      ...issues.map(({ pointer, code, message }) => ({
        place: placeOf(pointer),
        message: refusedText({ code, message }),
      })),
    ];
  }
}
