// Plays a company through the screens as a person would, who knows its profile.

import { isChosen, isTicked } from './js/company/screens/rules.js';
import { fillIn } from './journeys.mjs';
import { field } from './site.mjs';

const NOTHING = new Set();
const MOST_SCREENS = 30; // a walk that does not end is a failure

/**
 * Answers from the first screen to the result. `own` is what is true of the company, with what follows
 * from its profile. `press(target)` taps. Returns the screens in their order, and the taps.
 */
export async function playScreens(page, { facts, screens, press }, profile, own) {
  const player = new Player(page, { facts, press }, profile, own);
  const seen = [];
  while (seen.length < MOST_SCREENS) {
    await page.locator('.screen, .result').first().waitFor();
    if ((await page.locator('.result').count()) > 0) return { seen, taps: player.taps };
    const id = await page.locator('.screen').getAttribute('data-screen');
    seen.push(id);
    await player.answer(screens.find((one) => one.id === id));
    await page.waitForFunction(
      (old) =>
        location.hash.startsWith('#/result') ||
        (document.querySelector('.screen')?.dataset.screen ?? old) !== old ||
        document.querySelector('.notice-trouble'),
      id,
    );
  }
  throw new Error(`the screens do not end: ${seen.join()}`);
}

class Player {
  taps = 0;
  #page;
  #facts;
  #profile;
  #own;
  #press;

  constructor(page, { facts, press = (target) => target.click() }, profile, own) {
    this.#press = press;
    this.#page = page;
    this.#facts = facts;
    this.#profile = profile;
    this.#own = (fact) => own[fact];
  }

  answer(screen) {
    if (screen.style === 'one') return this.#one(screen);
    return screen.style === 'many' ? this.#many(screen) : this.#fields(screen);
  }

  async #tap(target) {
    ++this.taps;
    await this.#press(target);
  }

  async #one(screen) {
    const tile = this.#tileFor(await this.#shown(screen.options));
    if (await this.#typesMore(screen, tile)) {
      await this.#tap(this.#page.locator('.screen-typed > summary'));
      for (const { fact } of screen.fields) await this.#fillIn(fact);
      if (!tile) return this.#tap(this.#page.locator('.screen-typed > .button'));
    }
    if (!tile) return this.#tap(this.#page.locator('.screen-acts .button-quiet'));
    await this.#tap(this.#page.locator(`.screen-tile[data-option="${tile.id}"]`));
    for (const fact of tile.details) await this.#fillIn(fact);
    const second = this.#tileFor(screen.second);
    if (second) return this.#tap(this.#page.locator(`.screen-tile-second[data-option="${second.id}"]`));
    return screen.second.length > 0 ? this.#tap(this.#page.locator('.screen-acts .button-quiet')) : undefined;
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
  async #typesMore({ fields }, tile) {
    const list = ({ fact }) => Array.isArray(this.#profile[fact]);
    const untold = fields.filter(({ fact }) => {
      const told = tile?.sets[fact];
      const own = this.#profile[fact];
      if (own === undefined || (tile && !list({ fact }))) return false;
      return !Array.isArray(own) || own.some((code) => !(told ?? []).includes(code));
    });
    return untold.length > 0 && (await this.#page.locator('.screen-typed').count()) > 0;
  }

  async #shown(options) {
    const ids = await this.#page
      .locator('.screen [data-option]')
      .evaluateAll((all) => all.filter((one) => !one.hidden).map((one) => one.dataset.option));
    return options.filter(({ id }) => ids.includes(id));
  }

  async #many(screen) {
    const value = (fact) => this.#profile[fact];
    for (const option of await this.#shown(screen.options)) {
      if (!isTicked(option, screen, value, NOTHING)) continue;
      const box = this.#page.locator(`#o-${option.id}`);
      const fold = this.#page.locator('details.screen-ticks-fold:not([open])', { has: box });
      if ((await fold.count()) > 0) await this.#tap(fold.locator('summary'));
      if (!(await box.isChecked())) await this.#tap(box);
      for (const fact of option.details) await this.#fillIn(fact);
    }
    await this.#tap(this.#page.locator('.screen-acts .button-main'));
  }

  async #fields(screen) {
    for (const { fact } of screen.fields) await this.#fillIn(fact);
    await this.#tap(this.#page.locator('.screen-acts .button-main'));
  }

  async #fillIn(id) {
    const value = this.#profile[id];
    const fact = this.#facts.find((one) => one.id === id);
    if (value === undefined || (await field(this.#page, id).locator(':visible').count()) === 0) return;
    this.taps += Array.isArray(value) ? Math.max(1, value.length) : 1;
    await fillIn(this.#page, fact, value);
  }
}
