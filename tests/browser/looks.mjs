// The looks of a page of the desk: width, language, size of type, light and dark.

import { desk } from './site.mjs';

export const narrow = { width: 320, height: 740 };
const PREFERENCES = 'policycalc.preferences.1';

export const looks = [
  { viewport: narrow, language: 'en', care: true, dark: true },
  { viewport: desk, language: 'zh', care: false, dark: false },
];

/** Sets the look of the page after its next load. */
export async function look(page, { viewport, language, care, dark }) {
  await page.setViewportSize(viewport);
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' });
  await page.evaluate(
    ([key, wanted]) => localStorage.setItem(key, JSON.stringify(wanted)),
    [PREFERENCES, { language, care }],
  );
}
