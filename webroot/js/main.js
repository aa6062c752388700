import { Answers } from './answers.js';
import { translateFrame } from './language.js';
import { formPage } from './pages/form.js';
import { resultPage } from './pages/result.js';
import { startRouter } from './router.js';
import { Session } from './session.js';

// A browser that forbids storage throws at the very name.
function tabStorage() {
  try {
    return window.sessionStorage;
  } catch {
    return { getItem: () => null, setItem: () => {} };
  }
}

const session = new Session(new Answers(tabStorage()));
const form = (container, argument) => formPage(session, container, argument);

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
  result: (container) => resultPage(session, container),
});
