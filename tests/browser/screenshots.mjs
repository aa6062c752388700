// Takes a picture of every page in every state, for people to look at: `cmake --build build/check
// --target screenshots`. The folder is the first argument.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { useSite } from './site.mjs';
import { show, states } from './states.mjs';

const kFolder = process.env.SCREENSHOTS ?? 'screenshots';
const kViews = { phone: { width: 360, height: 740 }, tablet: { width: 768, height: 1024 }, desk: { width: 1440, height: 900 } };
const kLooks = { light: {}, dark: { colorScheme: 'dark' }, large: { care: true }, english: { language: 'en' } };

const site = useSite();
before(() => mkdir(kFolder, { recursive: true }));
after(() => console.log(`pictures are in ${kFolder}`));

for (const state of states) {
  test(state.name, async () => {
    for (const [view, size] of Object.entries(kViews)) {
      for (const [look, { colorScheme = 'light', ...preferences }] of Object.entries(kLooks)) {
        if (look !== 'light' && view === 'tablet') continue;
        const page = await show(site, state, size, preferences);
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.screenshot({ path: join(kFolder, `${state.name}-${view}-${look}.png`), fullPage: true });
        await page.context().close();
      }
    }
  });
}
