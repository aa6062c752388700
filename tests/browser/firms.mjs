// Plays a company through the screens as a person would, who knows its profile.

import assert from 'node:assert/strict';
import { isChosen, isTicked } from './js/shared/screens/rules.js';
import { fillIn, pointer } from './hands.mjs';
import { field } from './site.mjs';

const NOTHING = new Set();
const MOST_SCREENS = 30; // a walk that does not end is a failure
const USEFUL = ['eligible', 'conditional'];

/**
 * Answers from the first screen to the result. `own` is what is true of the company, with what follows
 * from its profile. `onScreen(id, index)` runs before a screen is answered; `onTrouble()` has to mend a
 * screen that could not reach the service. Returns for each screen, in their order, `id`, `taps`,
 * `details` (questions answered below a tick), `rows` (the most unfolded at a time), `found` (useful
 * measures after it) and `foundOwn` (one of them is not for every company).
 */
export async function playScreens(page, { facts, screens, hands, english, onScreen, onTrouble }, profile, own) {
  const player = new Player(page, { facts, hands, english }, profile, own);
  const answers = new AnswersTo(page);
  const walked = [];
  while (walked.length < MOST_SCREENS) {
    await page.locator('.screen, .result').first().waitFor();
    if ((await page.locator('.result').count()) > 0) {
      answers.stop();
      return walked;
    }
    const id = await page.locator('.screen').getAttribute('data-screen');
    await onScreen?.(id, walked.length);
    const cost = await player.answer(screens.find((one) => one.id === id));
    if (await isInTrouble(page, id)) {
      assert.ok(onTrouble, `no service on ${id}`);
      await onTrouble();
      assert.ok(!(await isInTrouble(page, id)), id);
    }
    walked.push({ id, ...cost, ...(await answers.found()) });
  }
  throw new Error(`the screens do not end: ${walked.map(({ id }) => id).join()}`);
}

/** Waits until the page has left the screen or says why it cannot. */
async function isInTrouble(page, id) {
  const seen = await page.waitForFunction((old) => {
    if (location.hash.startsWith('#/result')) return 'left';
    if ((document.querySelector('.screen')?.dataset.screen ?? old) !== old) return 'left';
    return document.querySelector('.notice-trouble') ? 'trouble' : null;
  }, id);
  return (await seen.jsonValue()) === 'trouble';
}

/** The answers that the page gets from the service. */
class AnswersTo {
  #page;
  #answers = [];
  #hear = (response) => {
    const isMatch = response.request().method() === 'POST' && response.url().endsWith('/api/v1/match');
    if (isMatch) this.#answers.push(response.json().catch(() => null)); // the page may not wait for it
  };

  constructor(page) {
    this.#page = page;
    page.on('response', this.#hear);
  }

  stop() {
    this.#page.off('response', this.#hear);
  }

  /** What the last answer found. */
  async found() {
    const last = (await Promise.all(this.#answers)).findLast((answer) => answer?.matches);
    const useful = (last?.matches ?? []).filter(({ verdict }) => USEFUL.includes(verdict));
    return { found: useful.length, foundOwn: useful.some(({ measure }) => !measure.universal) };
  }
}

class Player {
  #page;
  #facts;
  #profile;
  #own;
  #hands;
  #english;
  #cost;

  constructor(page, { facts, hands = pointer, english = false }, profile, own) {
    this.#page = page;
    this.#facts = facts;
    this.#profile = profile;
    this.#own = (fact) => own[fact];
    this.#hands = hands;
    this.#english = english;
  }

  /** Answers the screen that is shown and ends it; returns what that cost. */
  async answer(screen) {
    this.#cost = { taps: 0, details: 0, rows: 0 };
    await this.#look();
    if (screen.style === 'one') await this.#one(screen);
    else if (screen.style === 'many') await this.#many(screen);
    else await this.#fields(screen);
    return this.#cost;
  }

  async #tap(target) {
    ++this.#cost.taps;
    await this.#hands.press(target);
  }

  /** Counts the rows in view: ticks, fields, folds and bands. Tiles and maps are taken in as pictures. */
  async #look() {
    const rows = await this.#page.evaluate(
      () =>
        [
          ...document.querySelectorAll(
            '.screen-tick, .screen-ticks-fold > summary, .screen-main [data-fact], ' +
              '.screen-tiles-bands .screen-tile, .screen-tiles-list .screen-tile',
          ),
        ].filter((one) => one.checkVisibility()).length,
    );
    this.#cost.rows = Math.max(this.#cost.rows, rows);
  }

  async #one(screen) {
    const tile = this.#tileFor(await this.#shown(screen.options));
    const untold = (await this.#page.locator('.screen-typed').count()) > 0 ? this.#untold(screen, tile) : [];
    if (untold.length > 0) {
      const closed = this.#page.locator('.screen-typed:not([open]) > summary');
      if ((await closed.count()) > 0) await this.#tap(closed);
      for (const { fact } of untold) await this.#fillIn(fact);
      if (!tile) return this.#tap(this.#page.locator('.screen-typed > .button'));
    }
    if (tile) await this.#tap(this.#page.locator(`.screen-tile[data-option="${tile.id}"]`));
    for (const fact of tile?.details ?? []) await this.#detail(fact);
    const second = this.#tileFor(screen.second);
    if (second) await this.#tap(this.#page.locator(`.screen-tile-second[data-option="${second.id}"]`));
    const isLeft = tile && (second || screen.second.length === 0);
    return isLeft ? undefined : this.#tap(this.#page.locator('.screen-acts .button-quiet'));
  }

  /** Of the options that are true of the company, the one that says most. */
  #tileFor(options) {
    const weight = ({ sets }) => Object.values(sets).flat().length;
    return options
      .filter((option) => this.#isTrue(option))
      .reduce((best, one) => (best && weight(best) >= weight(one) ? best : one), null);
  }

  #isTrue(option) {
    const lists = (value) => Array.isArray(value) && value.length === 0;
    const sets = Object.fromEntries(Object.entries(option.sets).filter(([, value]) => !lists(value)));
    return isChosen({ ...option, sets }, this.#own);
  }

  // The fold is for what no tile says: a code without a tile, or more lines of business.
  #untold({ fields }, tile) {
    return fields.filter(({ fact }) => {
      const own = this.#profile[fact];
      if (own === undefined || (tile && !Array.isArray(own))) return false;
      return !Array.isArray(own) || own.some((code) => !(tile?.sets[fact] ?? []).includes(code));
    });
  }

  async #shown(options) {
    const ids = await this.#page
      .locator('.screen [data-option]')
      .evaluateAll((all) => all.filter((one) => !one.hidden).map((one) => one.dataset.option));
    return options.filter(({ id }) => ids.includes(id));
  }

  async #many(screen) {
    const value = (fact) => this.#profile[fact];
    const shown = await this.#shown(screen.options);
    for (const option of shown) {
      if (!isTicked(option, screen, value, NOTHING)) continue;
      const box = this.#page.locator(`#o-${option.id}`);
      const fold = this.#page.locator('details.screen-ticks-fold:not([open])', { has: box });
      if ((await fold.count()) > 0) await this.#tap(fold.locator('summary'));
      if (!(await box.isChecked())) await this.#tap(box);
      for (const fact of option.details) await this.#detail(fact);
      await this.#look();
    }
    const end = this.#knowsRest(screen, shown) ? '.button-main' : '.button-quiet';
    await this.#tap(this.#page.locator(`.screen-acts ${end}`));
  }

  /** Whether the company can say that it does nothing of what it leaves out. */
  #knowsRest({ none }, shown) {
    const asked = new Set(shown.flatMap(({ sets, details }) => [...Object.keys(sets), ...details]));
    return Object.keys(none?.sets ?? {}).every((fact) => !asked.has(fact) || this.#profile[fact] !== undefined);
  }

  async #fields(screen) {
    for (const { fact } of screen.fields) await this.#fillIn(fact);
    await this.#tap(this.#page.locator('.screen-acts .button-main'));
  }

  async #detail(id) {
    if ((await this.#fillIn(id)) > 0) ++this.#cost.details;
  }

  async #fillIn(id) {
    const value = this.#profile[id];
    const fact = this.#facts.find((one) => one.id === id);
    if (value === undefined || (await field(this.#page, id).locator(':visible').count()) === 0) return 0;
    await this.#look();
    const taps = await fillIn(this.#page, fact, value, { hands: this.#hands, english: this.#english });
    this.#cost.taps += taps;
    return taps;
  }
}
