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

/** `target` is the id of a fact to go to. Returns what to do when the reader goes elsewhere. */
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
  #session;
  #container;
  #relevance;
  #sections;
  #advanced;
  #fields;
  #summary;
  #banner;
  #again;
  #live;
  #end;
  #submit;

  constructor(session, container) {
    this.#session = session;
    this.#container = container;
  }

  async start(target) {
    const { answers, facts } = this.#session;
    this.#relevance = new Relevance(facts, answers);
    this.#sections = new Sections(facts, answers, this.#session.fact('enterprise_size')?.derived_from ?? []);
    this.#advanced = advanced(answers);
    this.#fields = new Map([...this.#sections.fields, ...this.#advanced.fields]);
    this.#summary = new IssueSummary(this.#fields, labelOf(this.#session));
    this.#banner = h('div', { class: 'banner' });
    this.#again = h('div', {});
    this.#live = new Live(this.#session, {
      onAnswer: (answer) => this.#learn(answer),
      onRefused: (issues) => showBeside(this.#fields, this.#issuesFrom(issues)),
    });
    this.#end = answers.subscribe(() => {
      this.#sections.update(this.#relevance);
      this.#showAgain();
      this.#live.soon();
    });
    await this.#live.now();
    this.#sections.update(this.#relevance);
    fill(this.#container, this.#layOut());
    this.#showAgain();
    if (target) this.#fields.get(answers.askedFor(target))?.focus();
    if (this.#session.issues.length > 0) this.#showIssues(this.#issuesFrom(this.#session.issues));
  }

  stop() {
    this.#end();
    this.#live.stop();
  }

  #layOut() {
    this.#submit = h('button', { type: 'submit', class: 'button button-main' }, t('submit'));
    const clear = h('button', { type: 'button', class: 'button button-quiet', click: () => this.#clear() }, t('clear'));
    return [
      h('h1', { tabindex: '-1' }, t('form_title')),
      h('p', { class: 'lead' }, t('form_lead')),
      this.#banner,
      this.#again,
      this.#summary.element,
      h(
        'form',
        { class: 'form', novalidate: true, submit: (event) => this.#send(event) },
        this.#showAllSwitch(),
        this.#sections.elements,
        this.#advanced.element,
        h('p', { class: 'muted' }, t(this.#session.device.isKept ? 'form_privacy_kept' : 'form_privacy')),
        h(
          'div',
          { class: 'actions' },
          h('a', { href: '#/check', class: 'button button-quiet' }, t('check_link')),
          clear,
        ),
        h('div', { class: 'dock' }, h('div', { class: 'dock-inner' }, this.#live.element, this.#submit)),
      ),
    ];
  }

  #showAgain() {
    fill(
      this.#again,
      againNotice(this.#session.answers.again, (id) => this.#session.fact(id)),
    );
  }

  #showAllSwitch() {
    const { answers } = this.#session;
    const input = h('input', { type: 'checkbox', id: 'show-all', checked: answers.showAll });
    input.addEventListener('change', () => {
      answers.showAll = input.checked;
      this.#sections.update(this.#relevance);
    });
    return h(
      'div',
      { class: 'toolbar' },
      h('p', { class: 'muted' }, t('show_all_note')),
      h('label', { class: 'option option-inline', for: 'show-all' }, input, h('span', {}, t('show_all'))),
    );
  }

  #learn(answer) {
    this.#relevance.learn(answer.questions);
    this.#sections.learn(answer, (id) => this.#session.fact(id));
    this.#sections.offer(answer.profile.suggestions);
    this.#sections.update(this.#relevance);
    const drafts = this.#draftIssues();
    showBeside(this.#fields, drafts);
    if (drafts.length === 0) this.#summary.hide();
  }

  async #send(event) {
    event.preventDefault();
    if (this.#submit.getAttribute('aria-disabled') === 'true') return;
    fill(this.#banner);
    const drafts = this.#draftIssues();
    this.#showIssues(drafts);
    if (drafts.length > 0) return;
    this.#busy(true);
    try {
      await this.#session.match();
      if (this.#container.isConnected) location.hash = '#/result';
    } catch (error) {
      if (isIssues(error)) this.#showIssues(this.#issuesFrom(error.issues));
      else this.#showTrouble(error);
    } finally {
      this.#busy(false);
    }
  }

  #busy(yes) {
    this.#submit.setAttribute('aria-disabled', String(yes));
    fill(this.#submit, t(yes ? 'submitting' : 'submit'));
  }

  #showTrouble(error) {
    fill(
      this.#banner,
      trouble(error, () => this.#container.querySelector('form')?.requestSubmit()),
    );
    this.#banner.scrollIntoView({ block: 'center' });
  }

  #showIssues(issues) {
    showBeside(this.#fields, issues);
    this.#summary.show(issues);
  }

  #draftIssues() {
    const day = this.#advanced.problem();
    const drafts = this.#session.answers.problems().map(([place, entry]) => ({ place, message: problemText(entry) }));
    return day ? [...drafts, { place: 'as_of', message: day }] : drafts;
  }

  #issuesFrom(issues) {
    const refused = issues.map(({ pointer, code, message }) => ({
      place: placeOf(pointer),
      message: refusedText({ code, message }),
    }));
    return [...this.#draftIssues(), ...refused];
  }

  #clear() {
    if (!askAndClear(this.#session)) return;
    this.stop();
    this.start('').then(() => {
      fill(this.#banner, h('p', { class: 'notice', role: 'status' }, t('cleared')));
      window.scrollTo(0, 0);
    });
  }
}
