// What a screen asks with: tiles, ticks or fields, and the acts that end it.

import { fill, h } from '../dom.js';
import { questionField } from '../fields/question.js';
import { say, t, tCode } from '../language.js';
import { chosenOne, holds, takeOne } from './rules.js';
import { detailFields, showOpen, ticks } from './ticks.js';
import { tiles, tileSearch } from './tiles.js';

const MANY = 20; // tiles; more have a search

/**
 * What `context.screen` asks with.
 * @param {Pages.ScreenContext} context @returns {Pages.ScreenBody}
 */
export function bodyOf(context) {
  const { style } = context.screen;
  if (style === 'one') return oneBody(context);
  return style === 'many' ? listBody(context) : fieldsBody(context);
}

/**
 * A tap on a tile answers and goes on, unless something below it is still to answer.
 * @param {Pages.ScreenContext} context @returns {Pages.ScreenBody}
 */
function oneBody(context) {
  const { screen, labelledby, deeper, valueOf, set, goOn, skip } = context;
  const below = new Below(context);
  const drawn = tiles(screen.options, {
    look: screen.picture,
    labelledby,
    deeper,
    valueOf,
    take: (option) => {
      set({ ...typedAway(screen), ...takeOne(screen.options, option, valueOf) });
      if (below.isAsking()) below.show();
      else goOn();
    },
  });
  const hasTiles = drawn.buttons.size > 0;
  const element = h(
    'div',
    {},
    drawn.buttons.size > MANY && screen.picture !== 'map' ? tileSearch(drawn, screen.id) : null,
    hasTiles ? drawn.element : null,
    below.element,
    typedFold(context, !hasTiles),
    h('div', { class: 'screen-acts' }, act(screen.skip, 'button-quiet', skip)),
  );
  const update = () => {
    drawn.update();
    below.update();
  };
  return { element, update };
}

/** @param {Pages.ScreenContext} context @returns {Pages.ScreenBody} */
function listBody(context) {
  const { screen, goOn, leaveOut, skip } = context;
  const list = ticks(context);
  const next = screen.none ?? { label: t('screen_next'), label_en: t('screen_next') };
  const element = h(
    'div',
    {},
    list.element,
    h(
      'div',
      { class: 'screen-acts' },
      act(next, 'button-main', screen.none ? leaveOut : goOn),
      act(screen.skip, 'button-quiet', skip),
    ),
  );
  return { element, update: list.update };
}

/** @param {Pages.ScreenContext} context @returns {Pages.ScreenBody} */
function fieldsBody({ session, screen, valueOf, goOn, skip }) {
  const asked = screen.fields.filter(({ when }) => holds(when, valueOf)).map(({ fact }) => fact);
  const fields = detailFields(session, asked);
  const update = () => showOpen(session.answers, fields);
  update();
  const submit = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    goOn();
  };
  const element = h(
    'form',
    { class: 'screen-fields', novalidate: true, submit },
    fields,
    h(
      'div',
      { class: 'screen-acts' },
      h('button', { type: 'submit', class: 'button button-main' }, t('screen_next')),
      act(screen.skip, 'button-quiet', skip),
    ),
  );
  return { element, update };
}

/** @param {Pages.Named | null} named @param {string} look @param {() => unknown} press */
function act(named, look, press) {
  return named ? h('button', { type: 'button', class: `button ${look}`, click: press }, say(named)) : null;
}

// What is asked below the tiles once one is chosen: its details, and the second line of options.
class Below {
  #context;
  #details = h('div', { class: 'screen-tick-details' });
  #drawnFor = '';
  #title;
  #second;

  /** @param {Pages.ScreenContext} context */
  constructor(context) {
    const { screen, labelledby, valueOf, set, goOn, deeper } = context;
    const second = `second-${screen.id}`;
    this.#context = context;
    this.#title = h(deeper, { id: second, class: 'screen-second', tabindex: '-1' }, say(screen, 'second_ask'));
    this.#second =
      screen.second.length > 0
        ? tiles(screen.second, {
            look: 'second',
            deeper,
            labelledby: second,
            valueOf,
            take: (option) => {
              set(takeOne(screen.second, option, valueOf));
              if (this.#chosen()) goOn();
              else document.getElementById(labelledby)?.scrollIntoView();
            },
          })
        : null;
    this.element = h(
      'div',
      { class: 'screen-below' },
      this.#details,
      this.#second ? [this.#title, this.#second.element] : null,
    );
    this.update();
  }

  #chosen() {
    return chosenOne(this.#context.screen.options, this.#context.valueOf);
  }

  /** Whether something below the chosen tile has no answer. */
  isAsking() {
    const { screen, session, valueOf } = this.#context;
    const details = this.#chosen()?.details ?? [];
    const isSecondOpen = this.#second !== null && chosenOne(screen.second, valueOf) === null;
    return isSecondOpen || details.some((fact) => session.answers.isOpen(fact) && valueOf(fact) === undefined);
  }

  /** Leads keyboard, screen reader and eye to what is still to answer. */
  show() {
    const field = this.#details.querySelector('legend, label');
    const target = this.#details.querySelector('input, select');
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    (field ?? this.#title).scrollIntoView({ block: 'start', behavior: calm ? 'auto' : 'smooth' });
    if (target instanceof HTMLElement) target.focus({ preventScroll: true });
    else this.#title.focus({ preventScroll: true });
  }

  update() {
    const chosen = this.#chosen();
    // A founder may know how far the registration is, but not the kind.
    this.element.hidden = chosen === null && this.#second === null;
    this.#second?.update();
    if (this.#drawnFor === (chosen?.id ?? '')) return;
    this.#drawnFor = chosen?.id ?? '';
    fill(this.#details, detailFields(this.#context.session, chosen?.details ?? []));
    if (!this.#second && chosen && chosen.details.length > 0)
      this.#details.append(
        h('button', { type: 'button', class: 'button', click: this.#context.goOn }, t('screen_next')),
      );
  }
}

/** Facts of the screen that no tile gives. @param {Api.Screen} screen */
function typedOnly({ fields, options }) {
  return fields.map(({ fact }) => fact).filter((fact) => options.every(({ sets }) => !(fact in sets)));
}

// A tile and a typed answer could contradict each other.
/** @param {Api.Screen} screen */
function typedAway(screen) {
  return Object.fromEntries(typedOnly(screen).map((fact) => [fact, undefined]));
}

/**
 * For those who know a code or a figure: its fields, folded unless nothing else is asked.
 * @param {Pages.ScreenContext} context @param {boolean} isOpen
 */
function typedFold({ session, screen, valueOf, set, goOn }, isOpen) {
  const asked = screen.fields.flatMap(({ fact: id, when }) => {
    const fact = session.fact(id);
    return fact && holds(when, valueOf) ? [fact] : [];
  });
  if (asked.length === 0) return null;
  const use = () => {
    const typed = typedOnly(screen).some((fact) => valueOf(fact) !== undefined);
    const chosen = chosenOne(screen.options, valueOf)?.sets ?? {};
    const once = Object.keys(chosen).filter((fact) => typed && !Array.isArray(chosen[fact]));
    if (once.length > 0) set(Object.fromEntries(once.map((fact) => [fact, undefined])));
    goOn();
  };
  const answerOther = (/** @type {string} */ other, /** @type {Api.Value} */ value) => {
    set({ [other]: value });
    goOn();
  };
  return h(
    'details',
    { class: 'fold screen-typed', open: isOpen || typedOnly(screen).some((fact) => session.answers.isAnswered(fact)) },
    h('summary', {}, tCode('screen_typed', screen.id, t('screen_typed'))),
    asked.map((fact) => questionField(fact, session.answers, answerOther).element),
    h('button', { type: 'button', class: 'button', click: use }, t('screen_next')),
  );
}
