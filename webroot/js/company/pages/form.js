// The form: questions from the vocabulary, counts that follow the answers, issues beside them.

import { fill, h } from '../../shared/dom.js';
import { advanced } from '../form/advanced.js';
import { problemText } from '../../shared/fields/problems.js';
import { againNotice } from '../../shared/form/again.js';
import { IssueSummary, labelOf, placeOf, refusedText, showBeside } from '../../shared/form/issues.js';
import { Live } from '../../shared/form/live.js';
import { Relevance } from '../../shared/form/relevance.js';
import { Sections } from '../../shared/form/sections.js';
import { t } from '../../shared/language.js';
import { isIssues } from '../../shared/session.js';
import { askAndClear } from '../start/clear.js';
import { trouble, waiting } from '../../shared/trouble.js';

/** `target` is the id of a fact to go to. Returns what to do on leaving. */
export async function formPage(session, container, target) {
  let form = null;
  let left = false;
  const open = async () => {
    fill(container, waiting(t('loading')));
    try {
      await session.load();
    } catch (error) {
      fill(container, h('h1', { tabindex: '-1' }, t('form_title')), trouble(error, open));
      return;
    }
    if (left) return;
    form = new Form(session, container);
    await form.start(target);
  };
  await open();
  return () => {
    left = true;
    form?.stop();
  };
}

class Form {
  constructor(session, container) {
    this.session_ = session;
    this.container_ = container;
  }

  async start(target) {
    const { answers, facts } = this.session_;
    this.relevance_ = new Relevance(facts, answers);
    this.sections_ = new Sections(facts, answers, this.session_.fact('enterprise_size')?.derived_from ?? []);
    this.advanced_ = advanced(answers);
    this.fields_ = new Map([...this.sections_.fields, ...this.advanced_.fields]);
    this.summary_ = new IssueSummary(this.fields_, labelOf(this.session_));
    this.banner_ = h('div', { class: 'banner' });
    this.again_ = h('div', {});
    this.live_ = new Live(this.session_, {
      onAnswer: (answer) => this.learn_(answer),
      onRefused: (issues) => showBeside(this.fields_, this.issuesFrom_(issues)),
    });
    this.end_ = answers.subscribe(() => {
      this.sections_.update(this.relevance_);
      this.showAgain_();
      this.live_.soon();
    });
    await this.live_.now();
    this.sections_.update(this.relevance_);
    fill(this.container_, this.layOut_());
    this.showAgain_();
    if (target) this.fields_.get(answers.askedFor(target))?.focus();
    if (this.session_.issues.length > 0) this.showIssues_(this.issuesFrom_(this.session_.issues));
  }

  stop() {
    this.end_();
    this.live_.stop();
  }

  layOut_() {
    this.submit_ = h('button', { type: 'submit', class: 'button button-main' }, t('submit'));
    const clear = h('button', { type: 'button', class: 'button button-quiet', click: () => this.clear_() }, t('clear'));
    return [
      h('h1', { tabindex: '-1' }, t('form_title')),
      h('p', { class: 'lead' }, t('form_lead')),
      this.banner_,
      this.again_,
      this.summary_.element,
      h(
        'form',
        { class: 'form', novalidate: true, submit: (event) => this.send_(event) },
        this.showAllSwitch_(),
        this.sections_.elements,
        this.advanced_.element,
        h('p', { class: 'muted' }, t('form_privacy')),
        h(
          'div',
          { class: 'actions' },
          h('a', { href: '#/check', class: 'button button-quiet' }, t('check_link')),
          clear,
        ),
        h('div', { class: 'dock' }, h('div', { class: 'dock-inner' }, this.live_.element, this.submit_)),
      ),
    ];
  }

  showAgain_() {
    fill(
      this.again_,
      againNotice(this.session_.answers.again, (id) => this.session_.fact(id)),
    );
  }

  showAllSwitch_() {
    const { answers } = this.session_;
    const input = h('input', { type: 'checkbox', id: 'show-all', checked: answers.showAll });
    input.addEventListener('change', () => {
      answers.showAll = input.checked;
      this.sections_.update(this.relevance_);
    });
    return h(
      'div',
      { class: 'toolbar' },
      h('p', { class: 'muted' }, t('show_all_note')),
      h('label', { class: 'option option-inline', for: 'show-all' }, input, h('span', {}, t('show_all'))),
    );
  }

  learn_(answer) {
    this.relevance_.learn(answer.questions);
    this.sections_.learn(answer, (id) => this.session_.fact(id));
    this.sections_.offer(answer.profile.suggestions);
    this.sections_.update(this.relevance_);
    const drafts = this.draftIssues_();
    showBeside(this.fields_, drafts);
    if (drafts.length === 0) this.summary_.hide();
  }

  async send_(event) {
    event.preventDefault();
    if (this.submit_.getAttribute('aria-disabled') === 'true') return;
    fill(this.banner_);
    const drafts = this.draftIssues_();
    this.showIssues_(drafts);
    if (drafts.length > 0) return;
    this.busy_(true);
    try {
      await this.session_.match();
      if (this.container_.isConnected) location.hash = '#/result';
    } catch (error) {
      if (isIssues(error)) this.showIssues_(this.issuesFrom_(error.issues));
      else this.showTrouble_(error);
    } finally {
      this.busy_(false);
    }
  }

  busy_(yes) {
    this.submit_.setAttribute('aria-disabled', String(yes));
    fill(this.submit_, t(yes ? 'submitting' : 'submit'));
  }

  showTrouble_(error) {
    fill(
      this.banner_,
      trouble(error, () => this.container_.querySelector('form')?.requestSubmit()),
    );
    this.banner_.scrollIntoView({ block: 'center' });
  }

  showIssues_(issues) {
    showBeside(this.fields_, issues);
    this.summary_.show(issues);
  }

  draftIssues_() {
    const day = this.advanced_.problem();
    const drafts = this.session_.answers.problems().map(([place, entry]) => ({ place, message: problemText(entry) }));
    return day ? [...drafts, { place: 'as_of', message: day }] : drafts;
  }

  issuesFrom_(issues) {
    const refused = issues.map(({ pointer, code, message }) => ({
      place: placeOf(pointer),
      message: refusedText({ code, message }),
    }));
    return [...this.draftIssues_(), ...refused];
  }

  clear_() {
    if (!askAndClear(this.session_)) return;
    this.stop();
    this.start('').then(() => {
      fill(this.banner_, h('p', { class: 'notice', role: 'status' }, t('cleared')));
      window.scrollTo(0, 0);
    });
  }
}
