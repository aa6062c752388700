// The document of the desk. The pages for companies load none of it.

import { fill, h } from '../shared/dom.js';
import { latePage, startFrame } from '../shared/frame.js';
import { addWords, t } from '../shared/language.js';
import { readdress, showAgain, startRouter } from '../shared/router.js';
import { waiting } from '../shared/trouble.js';
import { IdleClock } from './idle.js';
import { accountPage } from './pages/account.js';
import { homePage } from './pages/home.js';
import { loginPage } from './pages/login.js';
import { passwordPage } from './pages/password.js';
import { Offices } from './offices.js';
import { roleName } from './roles.js';
import { hallTrouble, notice } from './trouble.js';
import { isProblem, Visit } from './visit.js';
import { hallWords, overWords } from './words.js';

addWords({ ...hallWords, ...overWords });

const main = document.getElementById('main');
const logOut = document.getElementById('log-out');
let running = false;

// The router takes a new page at the same address for a return; to the reader it is new.
const visit = new Visit(async (reason) => {
  showFrame();
  if (!running) return;
  // The next person at this seat starts at the first page.
  if (reason.startsWith('left')) readdress('#/');
  await showAgain();
  window.scrollTo(0, 0);
  main.querySelector('h1')?.focus({ preventScroll: true });
});
visit.offices = new Offices();
new IdleClock(visit);

/** A page that needs a log-in, a changed password and the permission. */
function guarded(show, permission = null) {
  return async (view, argument, query) => {
    if (!visit.staff) return loginPage(visit, view);
    if (visit.staff.must_change_password) return passwordPage(visit, view);
    if (permission && !visit.may(permission))
      return fill(
        view,
        h('h1', { tabindex: '-1' }, t('no_right_title')),
        h('p', { class: 'lead' }, t('no_right_text')),
      );
    return show(view, argument, query);
  };
}

function page(load) {
  return latePage(load, (module, view, argument, query) => module.show(visit, view, argument, query), hallTrouble);
}

const queue = page(() => import('./pages/queue.js'));

const showFrame = startFrame({
  onShow: showStaff,
  onLanguage: () => {
    if (running) showAgain();
  },
});

// The links that this member of the staff may follow, and their name.
function showStaff() {
  const { staff } = visit;
  document.querySelector('.masthead-tools').hidden = false;
  document.querySelector('.masthead-nav').hidden = !staff;
  const first = staff?.must_change_password;
  for (const link of document.querySelectorAll('.masthead-nav a')) {
    link.hidden = !staff || first || (link.dataset.permission !== undefined && !visit.may(link.dataset.permission));
  }
  const name = document.querySelector('.nav-who-name');
  name.textContent = staff?.name ?? '';
  name.title = staff ? `${staff.name} ${roleName(staff.role)}` : '';
  document.querySelector('.nav-who-mark').textContent = [...(staff?.name ?? '')][0] ?? '';
}

// If the log-out fails, the page says so and still shows the name.
logOut.addEventListener('click', async () => {
  try {
    await visit.logOut();
  } catch {
    const said = notice('log_out_away');
    main.prepend(said);
    said.tabIndex = -1;
    said.focus();
  }
});

document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') visit.refresh();
});

async function start() {
  showFrame();
  fill(main, waiting(t('opening')));
  try {
    await visit.load();
  } catch (error) {
    // Over a way that others can read, or by a foreign name: the log-in would only be refused.
    const closed = isProblem(error, 'open_transport')
      ? 'insecure'
      : isProblem(error, 'unknown_host')
        ? 'login_refused'
        : '';
    fill(main, h('h1', { tabindex: '-1' }, t('login_title')), closed ? notice(closed) : hallTrouble(error, start));
    return;
  }
  showFrame();
  running = true;
  startRouter(main, {
    '': guarded((view, argument, query) =>
      visit.may('read_matter') ? queue(view, argument, query) : homePage(visit, view),
    ),
    matter: guarded(
      page(() => import('./pages/matter.js')),
      'read_matter',
    ),
    paper: guarded(
      page(() => import('./pages/paper.js')),
      'read_matter',
    ),
    handlers: guarded(
      page(() => import('./pages/handlers.js')),
      'manage_handlers',
    ),
    audit: guarded(
      page(() => import('./pages/audit.js')),
      'read_audit',
    ),
    account: guarded((view) => accountPage(visit, view)),
    password: guarded((view) => passwordPage(visit, view)),
    applicants: guarded(
      page(() => import('./pages/applicants.js')),
      'search_applicants',
    ),
    applicant: guarded(
      page(() => import('./pages/applicant.js')),
      'assist',
    ),
    sheet: guarded(
      page(() => import('./pages/sheet.js')),
      'assist',
    ),
    staff: guarded(
      page(() => import('./pages/staff.js')),
      'manage_staff',
    ),
  });
}

start();
