// How a person answers: with a pointer, or with the keyboard alone. `fillIn` answers any question with
// either.

import { eventually } from './soon.mjs';
import { field } from './site.mjs';

const MOST_STEPS = 120;
const MONEY_TAPS = 3; // its unit, the field, the figure

/** On a slow machine, counts that arrive between the look and the click may move the control away. */
export const pointer = {
  press: (target) => target.click(),
  choose: (control) => eventually(() => control.check()),
  select: (list, value) => list.selectOption(value),
  type: (box, text) => box.fill(text),
};

const isFocused = (target) => target.evaluate((element) => element === document.activeElement);

/** Hands on `page` that press nothing but Tab, Space, Enter, arrows and letters. */
export function keysOf(page) {
  const until = async (key, isDone, what) => {
    for (let step = 0; step < MOST_STEPS; ++step) {
      if (await isDone()) return;
      await page.keyboard.press(key);
    }
    throw new Error(`${what} is never reached by ${key}`);
  };
  const goTo = async (target) => {
    await target.waitFor();
    await until('Tab', () => isFocused(target), String(target));
  };
  return {
    async press(target) {
      await goTo(target);
      await page.keyboard.press((await target.evaluate(({ type }) => type)) === 'checkbox' ? 'Space' : 'Enter');
    },
    async choose(control) {
      if (await control.isChecked()) return;
      if ((await control.getAttribute('type')) === 'checkbox') {
        await goTo(control);
        await page.keyboard.press('Space');
        return;
      }
      // Tab stops once at a group of radio buttons; arrows choose.
      const isInGroup = () => control.evaluate(({ name }) => document.activeElement.name === name);
      await until('Tab', isInGroup, String(control));
      await until('ArrowDown', () => control.isChecked(), String(control));
    },
    async select(list, value) {
      await goTo(list);
      await page.keyboard.press('Home');
      await until('ArrowDown', async () => (await list.inputValue()) === value, value);
    },
    async type(box, text) {
      await goTo(box);
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.type(text);
    },
  };
}

/**
 * Answers the question of `fact` where it is shown and returns the taps. `english`: the page is in
 * English.
 */
export async function fillIn(page, fact, value, { hands = pointer, english = false } = {}) {
  const place = field(page, fact.id).first();
  const say = ({ label, label_en: other }) => (english && other ? other : label);
  const labelled = (text) => place.getByLabel(text, { exact: true });
  const choose = async (text) => {
    const control = labelled(text);
    if (await control.isChecked()) return 0;
    await hands.choose(control);
    return 1;
  };
  const option = (code) => say(fact.options.find((one) => one.code === code));
  switch (fact.type) {
    case 'boolean':
      return choose(english ? (value ? 'Yes' : 'No') : value ? '是' : '否');
    case 'choice':
      if ((await place.getByRole('combobox').count()) === 0) return choose(option(value));
      await hands.select(place.getByRole('combobox'), value);
      return 1;
    case 'choices': {
      if (value.length === 0) return choose(english ? 'None of these' : '以上都没有');
      let taps = 0;
      for (const code of value) taps += await choose(option(code));
      return taps;
    }
    case 'money':
      await hands.select(place.getByRole('combobox'), 'yuan');
      await hands.type(place.getByRole('textbox'), String(value));
      return MONEY_TAPS;
    default:
      await hands.type(place.getByRole('textbox'), String(value));
      return 1;
  }
}
