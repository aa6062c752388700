// One applicant: the assisted form, the authorisation, the matters; with `?part=answer` what applies.

import { announce, fill, h } from '../../shared/dom.js';
import { addWords, t } from '../../shared/language.js';
import { showAgain } from '../../shared/router.js';
import { loadScreens } from '../../shared/screens/data.js';
import { screenWords } from '../../shared/screens/words.js';
import { answerPart } from '../applicant/answer.js';
import { mattersPart } from '../applicant/matters.js';
import { authorisationPage } from '../applicant/authorisation_page.js';
import { AssistedForm } from '../applicant/form.js';
import { applicantHead, renameHead } from '../applicant/head.js';
import { authorisationCard } from '../applicant/authorisation_card.js';
import { ready, withRecord } from '../applicant/record_page.js';
import { keepPlace } from '../live.js';
import { deskTrouble, saidNotice } from '../trouble.js';

/** @param {Desk.Visit} visit @param {HTMLElement} view @param {string} id @param {URLSearchParams} query */
export async function show(visit, view, id, query) {
  addWords(screenWords);
  await ready('/css/parts.css', '/css/result.css', '/css/screens.css');
  return withRecord(visit, view, id, (record, place) =>
    query.get('part') === 'answer' ? answerPart(visit, record, place, query) : formPart(visit, record, place, query),
  );
}

/** @param {Desk.Visit} visit @param {Desk.Record} record @param {HTMLElement} view @param {URLSearchParams} query */
async function formPart(visit, record, view, query) {
  const said = h('div', {});
  const tell = () => fill(said, saidNotice(visit));
  const fact = query.get('fact');
  const isNew = visit.said === 'applicant_made';
  const form = new AssistedForm(record, await screensFor(visit, query), () => {
    visit.said = 'applicant_saved';
    tell();
    said.scrollIntoView({ block: 'nearest' });
  });
  await form.start();
  tell();
  const card = cardOf(visit, record, view);
  fill(
    view,
    applicantHead(record, 'form', t('applicant_title')),
    said,
    h('div', { class: 'applicant-side' }, card.element, visit.may('read_matter') ? mattersPart(record) : null),
    form.element,
  );
  record.onFresh = () =>
    keepPlace(view, () => {
      renameHead(view, record);
      card.refresh();
      form.refresh();
      visit.said = 'applicant_changed';
      tell();
    });
  if (query.get('compare') === '1') await form.save();
  else if (fact) form.focus(fact);
  else if (isNew) form.begin();
  return () => form.stop();
}

// How the clerk was asked last stays for the visit. Without the screens every question can still be asked.
/** @param {Desk.Visit} visit @param {URLSearchParams} query @returns {Promise<Api.Screen[]>} */
function screensFor(visit, query) {
  const way = visit.draft('ask', () => ({ all: false }));
  if (query.has('ask')) way.all = query.get('ask') === 'all';
  return way.all ? Promise.resolve([]) : loadScreens().catch(() => []);
}

// The card of the authorisation; `refresh()` draws it again unless the clerk is at work in it.
/** @param {Desk.Visit} visit @param {Desk.Record} record @param {HTMLElement} view */
function cardOf(visit, record, view) {
  const make = () =>
    authorisationCard(record, {
      onRenewed: () => {
        visit.said = 'authorisation_renewed';
        showAgain();
      },
      onScreen: (...asked) => askOnScreen(visit, record, view, ...asked),
      onWithdrawn: (answer) => record.end((empty) => withdrawn(empty, answer)),
    });
  const card = {
    element: make(),
    refresh() {
      if (card.element.open) return;
      const next = make();
      card.element.replaceWith(next);
      card.element = next;
    },
  };
  return card;
}

// Replaces the page, which returns after either answer; what was typed is kept.
/**
 * @param {Desk.Visit} visit @param {Desk.Record} record @param {HTMLElement} view
 * @param {Desk.AuthorisationDraft} draft @param {() => Promise<void>} agree
 * @param {(error: unknown) => HTMLElement | null} explain
 */
function askOnScreen(visit, record, view, draft, agree, explain) {
  record.onFresh = () => {}; // the applicant goes on reading
  const banner = h('div', { class: 'banner' });
  const tryIt = async () => {
    fill(banner);
    try {
      await agree();
    } catch (error) {
      if (banner.isConnected) announce(banner, explain(error) ?? deskTrouble(error, tryIt));
    }
  };
  authorisationPage(view, {
    name: record.name,
    draft,
    clerk: visit.person.name,
    banner,
    agree: tryIt,
    refuse: () => {
      visit.said = 'authorisation_kept';
      showAgain();
    },
  });
}

// The page that withdrew the authorisation says what became of the data; other pages say only that it is over.
/** @param {HTMLElement} view @param {Api.WithdrawnAuthorisation} answer */
function withdrawn(view, { matters_withdrawn: n }) {
  const title = h('h1', { tabindex: '-1' }, t('withdrawn_title'));
  fill(
    view,
    h(
      'div',
      { class: 'narrow' },
      title,
      h(
        'div',
        { class: 'notice notice-done', role: 'status' },
        h('p', {}, t('withdrawn_erased')),
        h('p', {}, t('withdrawn_kept')),
        n > 0 ? h('p', {}, t('withdrawn_matters', { n })) : null,
      ),
      h(
        'div',
        { class: 'actions' },
        h('a', { class: 'button button-main', href: '#/applicants' }, t('applicants_back')),
      ),
    ),
  );
  document.title = t('withdrawn_title');
  window.scrollTo(0, 0);
  title.focus({ preventScroll: true });
}
