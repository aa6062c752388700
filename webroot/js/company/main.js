// The document for companies. The first page comes with it; the others are loaded on demand.

import { Answers, ANSWERS_KEY } from '../shared/answers.js';
import { find } from '../shared/dom.js';
import { latePage, startFrame } from '../shared/frame.js';
import { storage } from '../shared/kept_preferences.js';
import { readdress, showAgain, startRouter } from '../shared/router.js';
import { stylesheet } from '../shared/style.js';
import { DeviceStore } from './keep/device.js';
import { Saved } from './keep/saved.js';
import { startPage } from './pages/start.js';
import { served } from './served.js';
import { Seen } from './since/seen.js';
import { CompanySession } from './session.js';
import { Todo } from './todo.js';

const device = new DeviceStore(storage('sessionStorage'), storage('localStorage'), ANSWERS_KEY);
const session = new CompanySession(
  new Answers(device),
  new Saved(storage('sessionStorage')),
  new Todo(storage('sessionStorage')),
  device,
  new Seen(device, storage('localStorage'), storage('sessionStorage')),
);

const form = latePage(
  () => import('./pages/form.js'),
  (module, view, argument) => module.formPage(session, view, argument),
);
const check = latePage(
  () => import('./pages/check.js'),
  (module, view) => module.checkPage(session, view),
);
const result = latePage(
  async () => (await Promise.all([import('./pages/result.js'), stylesheet('/css/result.css')]))[0],
  (module, view, argument, query) => module.resultPage(session, view, query),
);
/** @param {() => Promise<any>} load */
const page = (load) => latePage(load, (module, view, argument, query) => module.show(session, view, argument, query));

// A code leaves the address and the history before anything else, so that not even a page that fails
// to load shows it. The tab keeps it until it has opened something.
const openResume = page(() => import('./pages/resume.js'));
/** @param {HTMLElement} view @param {string} code @param {URLSearchParams} query */
function resume(view, code, query) {
  if (!code) return openResume(view, '', query);
  session.saved.typed = code;
  readdress('#/resume');
  return openResume(view, 'arrived', query);
}

// As with a resume code. The reference alone is no secret, and goes with it.
const openMatter = page(() => import('./pages/matter.js'));
/** @param {HTMLElement} view @param {string} argument @param {URLSearchParams} query */
function matter(view, argument, query) {
  const reference = query.get('reference');
  if (reference === null) return openMatter(view, '', query);
  session.asked = { reference, code: query.get('code') ?? '' };
  readdress('#/matter');
  return openMatter(view, 'arrived', query);
}

// Without scripts these parts would do nothing, so the document hides them.
for (const part of document.querySelectorAll('.masthead-tools, .masthead-nav a, .footer-links a')) {
  part.removeAttribute('hidden');
}

// In the other language the page is drawn anew; the session holds the answers and what was typed.
const showFrame = startFrame({ onLanguage: showAgain });
showFrame();

startRouter(find(document, '#main'), {
  '': (view) => startPage(session, view),
  screen: page(() => import('./pages/screen.js')),
  form,
  check,
  result,
  save: page(() => import('./pages/save.js')),
  resume,
  sheet: page(() => import('./pages/sheet.js')),
  shared: page(() => import('./pages/shared.js')),
  tell: page(() => import('./pages/tell.js')),
  told: page(() => import('./pages/told.js')),
  matter,
  measures: served('measures'),
  units: served('units'),
  notice: served('notice'),
  documents: served('documents'),
  '*': page(() => import('./pages/unknown.js')),
});

// Several tabs that keep their answers on this device stay in step.
device.watch((value) => {
  if (value !== null) session.answers.reread();
  showAgain();
});
session.seen.watch(showAgain);
