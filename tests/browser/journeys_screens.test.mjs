// Eleven companies go through the screens, on a phone and at a desk.
import { after, test } from 'node:test';
import { firms, play } from './firm_journeys.mjs';
import { desk, phone, useSite } from './site.mjs';

const site = useSite();
const played = [];

for (const viewport of [{ ...phone, height: 800 }, desk]) {
  for (const firm of firms) {
    test(`${firm.name}, at ${viewport.width} px`, async () => {
      played.push(await play(site, await site.open(viewport, '/#/screen'), firm));
    });
  }
}

after(() => console.log(played.join('\n')));
