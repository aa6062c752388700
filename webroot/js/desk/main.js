// The document of the desk. The pages for companies load none of it.

import { fill, find, h } from '../shared/dom.js';
import { latePage, startFrame } from '../shared/frame.js';
import { addWords, t } from '../shared/language.js';
import { begin, readdress, showAgain, startRouter } from '../shared/router.js';
import { waiting } from '../shared/trouble.js';
import { codePage, enrolPage } from './account/second_factor.js';
import { accountWords } from './account/words.js';
import { IdleClock } from './idle.js';
import { accountPage } from './pages/account.js';
import { homePage } from './pages/home.js';
import { loginPage } from './pages/login.js';
import { passwordPage } from './pages/password.js';
import { roleName } from './roles.js';
import { deskTrouble, notice } from './trouble.js';
import { isProblem, Visit } from './visit.js';
import { deskWords, overWords } from './words.js';

addWords({ ...deskWords, ...accountWords, ...overWords });

const main = find(document, '#main');
const logOut = find(document, '#log-out');
let running = false;

// The router takes the same address for a return, but the reader sees a new page: it starts at the top.
const visit = new Visit(async (reason) => {
  showFrame();
  if (!running) return;
  // The next person at this seat starts at the first page.
  if (reason.startsWith('left')) readdress('#/');
  await showAgain();
  window.scrollTo(0, 0);
  begin();
});
new IdleClock(visit);

/**
 * A page that needs a log-in, a changed password and the permission.
 * @param {Pages.Page} show @param {Api.Permission | null} [permission] @returns {Pages.Page}
 */
function guarded(show, permission = null) {
  return async (view, argument, query) => {
    if (!visit.staff) return loginPage(visit, view);
    if (visit.secondFactor === 'show') return codePage(visit, view);
    if (visit.staff.must_change_password) return passwordPage(visit, view);
    if (visit.secondFactor === 'enrol') return enrolPage(visit, view);
    if (permission && !visit.may(permission))
      return fill(
        view,
        h('h1', { tabindex: '-1' }, t('no_right_title')),
        h('p', { class: 'lead' }, t('no_right_text')),
      );
    return show(view, argument, query);
  };
}

/** @param {() => Promise<any>} load */
function page(load) {
  return latePage(load, (module, view, argument, query) => module.show(visit, view, argument, query), deskTrouble);
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
  find(document, '.masthead-tools').hidden = false;
  find(document, '.masthead-nav').hidden = !staff;
  const first = (staff?.must_change_password ?? false) || ['show', 'enrol'].includes(visit.secondFactor);
  const links = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.masthead-nav a'));
  for (const link of links) {
    const { permission } = link.dataset;
    link.hidden = !staff || first || (permission !== undefined && !visit.may(permission));
  }
  const name = find(document, '.nav-who-name');
  name.textContent = staff?.name ?? '';
  name.title = staff ? `${staff.name} ${roleName(staff.role)}` : '';
  find(document, '.nav-who-mark').textContent = [...(staff?.name ?? '')][0] ?? '';
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
    // Over plain HTTP or under an unknown host name the service would refuse the log-in.
    const closed = isProblem(error, 'open_transport')
      ? 'insecure'
      : isProblem(error, 'unknown_host')
        ? 'login_refused'
        : '';
    fill(main, h('h1', { tabindex: '-1' }, t('login_title')), closed ? notice(closed) : deskTrouble(error, start));
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
    overview: guarded(
      page(() => import('./pages/overview.js')),
      'reassign',
    ),
    people: guarded(
      page(() => import('./pages/people.js')),
      'manage_handlers',
    ),
    'unit-list': guarded(
      page(() => import('./pages/unit_list.js')),
      'read_matter',
    ),
    audit: guarded(
      page(() => import('./pages/audit.js')),
      'read_audit',
    ),
    policies: guarded(
      page(() => import('./pages/policies.js')),
      'keep_policies',
    ),
    account: guarded((view) => accountPage(visit, view)),
    password: guarded((view) => passwordPage(visit, view)),
    'second-factor': guarded((view) => enrolPage(visit, view)),
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
    authorisation: guarded(
      page(() => import('./pages/authorisation_paper.js')),
      'assist',
    ),
    withdrawal: guarded(
      page(() => import('./pages/withdrawal.js')),
      'assist',
    ),
    staff: guarded(
      page(() => import('./pages/staff.js')),
      'manage_staff',
    ),
  });
}

start();
