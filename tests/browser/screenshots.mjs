// Takes a picture of every page in every state, for people to look at: `cmake --build build/check
// --target screenshots`. SCREENSHOTS in the environment names the folder.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { useSite } from './site.mjs';
import { show, states } from './states.mjs';

const FOLDER = process.env.SCREENSHOTS ?? 'screenshots';
const NARROW = { width: 320, height: 740 };
const PHONE = { width: 360, height: 740 };
const TABLET = { width: 768, height: 1024 };
const LAPTOP = { width: 1280, height: 800 };
const DESK = { width: 1440, height: 900 };
const LOOKS = {
  narrow: { view: NARROW },
  phone: { view: PHONE },
  'phone-dark': { view: PHONE, colorScheme: 'dark' },
  'phone-large': { view: PHONE, kept: { care: true } },
  tablet: { view: TABLET },
  laptop: { view: LAPTOP },
  desk: { view: DESK },
  'desk-dark': { view: DESK, colorScheme: 'dark' },
  'desk-english': { view: DESK, kept: { language: 'en' } },
};

const site = useSite();
before(() => mkdir(FOLDER, { recursive: true }));
after(() => console.log(`pictures are in ${FOLDER}`));

for (const state of states) {
  test(state.name, async () => {
    for (const [look, { view, colorScheme = 'light', kept }] of Object.entries(LOOKS)) {
      const page = await show(site, state, view, kept);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.screenshot({ path: join(FOLDER, `${state.name}-${look}.png`), fullPage: true });
      await page.context().close();
    }
  });
}
