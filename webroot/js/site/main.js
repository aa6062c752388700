// What a script adds to the pages that the server writes: the large plain layout (关怀版), and a first call
// on the page for developers. Without it they lose nothing else.

import { keepPreferences, readPreferences, storage } from '../shared/kept_preferences.js';

const kept = storage('localStorage');
const preferences = readPreferences(kept);
const button = document.querySelector('#care');

function show() {
  document.documentElement.toggleAttribute('data-care', preferences.care === true);
  button?.setAttribute('aria-pressed', String(preferences.care === true));
}

button?.addEventListener('click', () => {
  preferences.care = preferences.care !== true;
  keepPreferences(kept, preferences);
  show();
});
button?.closest('[hidden]')?.removeAttribute('hidden');
show();

const trial = document.querySelector('[data-try]');
if (trial instanceof HTMLElement) void import('./trial.js').then(({ offerTrial }) => offerTrial(trial));
