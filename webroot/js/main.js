import { Answers } from './answers.js';
import { fill } from './dom.js';
import { t, translateFrame } from './language.js';
import { checkPage } from './pages/check.js';
import { formPage } from './pages/form.js';
import { resultPage } from './pages/result.js';
import { Preferences } from './preferences.js';
import { showAgain, startRouter } from './router.js';
import { Session } from './session.js';
import { trouble, waiting } from './trouble.js';

// A browser that forbids storage throws at the very name.
function storage(name) {
  try {
    return window[name];
  } catch {
    return { getItem: () => null, setItem: () => {} };
  }
}

const session = new Session(new Answers(storage('sessionStorage')));
const form = (view, argument) => formPage(session, view, argument);

// Rooms that are loaded when somebody goes there: whoever only fills in the form never loads them.
// A room has `ready()`, which brings its words and style, and `show(...)`. A module that failed to
// load may stay failed until the document is loaded anew.
function room(load, show) {
  return async (view, argument, query) => {
    fill(view, waiting(t('opening')));
    let opened;
    try {
      opened = await load();
      await opened.ready();
    } catch (error) {
      fill(view, trouble(error, () => location.reload()));
      return undefined;
    }
    return show(opened, view, argument, query);
  };
}

const browse = (name) => room(() => import('./browse/pages.js'),
  (opened, view, argument, query) => opened.show(name, view, argument, query));
const page = (load) => room(load, (opened, view, argument, query) => opened.show(session, view, argument, query));

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
document.querySelector('.masthead-tools').hidden = false;

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
  '': form,
  form,
  check: (view) => checkPage(session, view),
  result: (view, argument, query) => resultPage(session, view, query),
  save: page(() => import('./pages/save.js')),
  resume: page(() => import('./pages/resume.js')),
  sheet: page(() => import('./pages/sheet.js')),
  shared: page(() => import('./pages/shared.js')),
  tell: page(() => import('./pages/tell.js')),
  told: page(() => import('./pages/told.js')),
  measures: browse('measures'),
  units: browse('units'),
  notice: browse('notice'),
  documents: browse('documents'),
});
