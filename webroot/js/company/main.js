import { Answers } from '../shared/answers.js';
import { fill } from '../shared/dom.js';
import { Saved } from './keep/saved.js';
import { t, translateFrame } from '../shared/language.js';
import { startPage } from './pages/start.js';
import { Preferences } from '../shared/preferences.js';
import { readdress, showAgain, startRouter } from '../shared/router.js';
import { Session } from '../shared/session.js';
import { stylesheet } from '../shared/style.js';
import { trouble, waiting } from '../shared/trouble.js';

// A browser that forbids storage throws at the very name.
function storage(name) {
  try {
    return window[name];
  } catch {
    return { getItem: () => null, setItem: () => {} };
  }
}

const session = new Session(new Answers(storage('sessionStorage')), new Saved(storage('sessionStorage')));

// Rooms that are loaded when somebody goes there: the first page comes without them. What a room
// brings along, words or style, it brings in `ready()`. A module that failed to load may stay failed
// until the document is loaded anew.
function room(load, show) {
  return async (view, argument, query) => {
    fill(view, waiting(t('opening')));
    let opened;
    try {
      opened = await load();
      await opened.ready?.();
    } catch (error) {
      fill(
        view,
        trouble(error, () => location.reload()),
      );
      return undefined;
    }
    return show(opened, view, argument, query);
  };
}

const form = room(
  () => import('./pages/form.js'),
  (opened, view, argument) => opened.formPage(session, view, argument),
);
const check = room(
  () => import('./pages/check.js'),
  (opened, view) => opened.checkPage(session, view),
);
const result = room(
  async () => (await Promise.all([import('../shared/pages/result.js'), stylesheet('/css/result.css')]))[0],
  (opened, view, argument, query) => opened.resultPage(session, view, query),
);
const browse = (name) =>
  room(
    () => import('./browse/pages.js'),
    (opened, view, argument, query) => opened.show(name, view, argument, query),
  );
const page = (load) => room(load, (opened, view, argument, query) => opened.show(session, view, argument, query));

// A code leaves the address and the history before anything else, so that not even a page that fails
// to load shows it; it is kept in the tab until it has opened something.
const openResume = page(() => import('./pages/resume.js'));
function resume(view, code, query) {
  if (!code) return openResume(view, '', query);
  session.saved.typed = code;
  readdress('#/resume');
  return openResume(view, 'arrived', query);
}

// The fragment names pages: the skip link must not change it.
const main = document.getElementById('main');
document.querySelector('.skip').addEventListener('click', (event) => {
  event.preventDefault();
  main.focus();
});

const preferences = new Preferences(storage('localStorage'));
const care = document.getElementById('care');
const tongue = document.getElementById('language');

// Without scripts they would do nothing, so that the document hides them.
for (const part of document.querySelectorAll('.masthead-tools, .masthead-nav, .footer-links')) part.hidden = false;

function showFrame() {
  translateFrame();
  care.setAttribute('aria-pressed', String(preferences.care));
}

// The page is drawn anew in the other language: answers, and what was typed, live in the session.
tongue.addEventListener('click', () => {
  preferences.toggleLanguage();
  showFrame();
  showAgain();
});
care.addEventListener('click', () => {
  preferences.toggleCare();
  showFrame();
});

showFrame();
startRouter(main, {
  '': (view) => startPage(session, view),
  form,
  check,
  result,
  save: page(() => import('./pages/save.js')),
  resume,
  sheet: page(() => import('../shared/pages/sheet.js')),
  shared: page(() => import('./pages/shared.js')),
  tell: page(() => import('./pages/tell.js')),
  told: page(() => import('./pages/told.js')),
  measures: browse('measures'),
  units: browse('units'),
  notice: browse('notice'),
  documents: browse('documents'),
});
