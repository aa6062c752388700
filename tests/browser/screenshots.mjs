// Takes a picture of every page in every state, for people to look at: `cmake --build build/check
// --target screenshots`. The folder is the first argument.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { useSite } from './site.mjs';
import { show, states } from './states.mjs';

const kFolder = process.env.SCREENSHOTS ?? 'screenshots';
const kPhone = { width: 360, height: 740 };
const kTablet = { width: 768, height: 1024 };
const kDesk = { width: 1440, height: 900 };
const kLooks = {
  phone: { view: kPhone },
  'phone-dark': { view: kPhone, colorScheme: 'dark' },
  'phone-large': { view: kPhone, kept: { care: true } },
  tablet: { view: kTablet },
  desk: { view: kDesk },
  'desk-dark': { view: kDesk, colorScheme: 'dark' },
  'desk-english': { view: kDesk, kept: { language: 'en' } },
};

const site = useSite();
before(() => mkdir(kFolder, { recursive: true }));
after(() => console.log(`pictures are in ${kFolder}`));

for (const state of states) {
  test(state.name, async () => {
    for (const [look, { view, colorScheme = 'light', kept }] of Object.entries(kLooks)) {
      const page = await show(site, state, view, kept);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.screenshot({ path: join(kFolder, `${state.name}-${look}.png`), fullPage: true });
      await page.context().close();
    }
  });
}
