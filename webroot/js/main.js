import { Answers } from './answers.js';
import { fill } from './dom.js';
import { t, translateFrame } from './language.js';
import { formPage } from './pages/form.js';
import { resultPage } from './pages/result.js';
import { startRouter } from './router.js';
import { Session } from './session.js';
import { trouble, waiting } from './trouble.js';

// A browser that forbids storage throws at the very name.
function tabStorage() {
  try {
    return window.sessionStorage;
  } catch {
    return { getItem: () => null, setItem: () => {} };
  }
}

const session = new Session(new Answers(tabStorage()));
const form = (view, argument) => formPage(session, view, argument);

// Who only fills in the form never loads the pages to browse in. A module that failed to load may
// stay failed until the document is loaded anew.
function browse(name) {
  return async (view, argument, query) => {
    fill(view, waiting(t('opening')));
    let browsing;
    try {
      browsing = await import('./browse/pages.js');
      await browsing.ready();
    } catch (error) {
      fill(view, trouble(error, () => location.reload()));
      return undefined;
    }
    return browsing.show(name, view, argument, query);
  };
}

// The fragment names pages: the skip link must not change it.
const main = document.getElementById('main');
document.querySelector('.skip').addEventListener('click', (event) => {
  event.preventDefault();
  main.focus();
});

translateFrame();
startRouter(main, {
  '': form,
  form,
  result: (view) => resultPage(session, view),
  measures: browse('measures'),
  units: browse('units'),
  notice: browse('notice'),
  documents: browse('documents'),
});
