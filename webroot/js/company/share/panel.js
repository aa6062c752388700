// Ways to hand the result on: two links, and the dates for a calendar.

import { fill, h } from '../../shared/dom.js';
import { copyButton } from '../../shared/parts/copy.js';
import { addWords, t } from '../../shared/language.js';
import { stylesheet } from '../../shared/style.js';
import { calendarFile } from '../../shared/parts/calendar.js';
import { datesThatMatter } from './dates.js';
import { download } from '../../shared/parts/download.js';
import { LONG, linkWithAnswers, linkWithoutAnswers, namesFirm, sharedContent } from '../../shared/share/links.js';
import { shareWords } from './words.js';

/** Words and style; resolves when they are there. */
export function ready() {
  addWords(shareWords);
  return stylesheet('/css/share.css');
}

/**
 * An element for `answer`, which came from the session's present answers.
 * @param {Pages.CompanySession} session @param {Api.MatchAnswer} answer
 */
export function sharePanel(session, answer) {
  return h(
    'div',
    { class: 'share-panel' },
    listPart(answer),
    answersPart(session),
    datesPart(datesThatMatter(answer, session.saved?.record)),
  );
}

/** @param {Api.MatchAnswer} answer */
function listPart(answer) {
  const link = linkWithoutAnswers(answer);
  return part(
    'list',
    t('share_list_title'),
    link
      ? [h('p', { class: 'muted' }, t('share_list_text')), linkField('list', link)]
      : h('p', { class: 'muted' }, t('share_list_none')),
  );
}

/** @param {Pages.CompanySession} session */
function answersPart(session) {
  const { answers } = session;
  if (Object.keys(answers.request().profile).length === 0) {
    return part('answers', t('share_answers_title'), h('p', { class: 'muted' }, t('share_answers_none')));
  }
  const place = h('div', {});
  const draw = () => fill(place, answersLink(sharedContent(answers, session.shareNamed)));
  draw();
  return part(
    'answers',
    t('share_answers_title'),
    h('p', { class: 'share-warning' }, t('share_answers_warning')),
    h('p', { class: 'muted' }, t('share_answers_text')),
    namesFirm(sharedContent(answers, true)) ? nameChoice(session, draw) : null,
    place,
  );
}

// A firm that gave nothing but its name has nothing else to share.
/** @param {Pages.Content} content */
function answersLink(content) {
  if (Object.keys(content.profile).length === 0) return h('p', { class: 'muted' }, t('share_answers_none'));
  return linkField('answers', linkWithAnswers(content));
}

/** @param {Pages.CompanySession} session @param {() => void} onChange */
function nameChoice(session, onChange) {
  const box = h('input', {
    type: 'checkbox',
    id: 'share-named',
    change: () => {
      session.shareNamed = box.checked;
      onChange();
    },
  });
  box.checked = session.shareNamed;
  return h('label', { class: 'share-choice', for: 'share-named' }, box, h('span', {}, t('share_named')));
}

/** @param {string} kind @param {string} link */
function linkField(kind, link) {
  const text = h('p', { class: 'share-link', 'data-link': kind }, link);
  return [
    text,
    h(
      'div',
      { class: 'actions' },
      copyButton(t('share_copy'), link, text),
      'share' in navigator ? sendButton(link) : null,
    ),
    link.length > LONG ? h('p', { class: 'share-warning' }, t('share_long', { n: link.length })) : null,
  ];
}

/** @param {string} link */
function sendButton(link) {
  const said = h('span', { class: 'copy-said', role: 'status' });
  const send = async () => {
    fill(said);
    try {
      await navigator.share({ title: t('brand'), url: link });
      fill(said, t('share_sent'));
    } catch (error) {
      if (!(error instanceof Error && error.name === 'AbortError')) fill(said, t('share_failed'));
    }
  };
  return h(
    'span',
    { class: 'copy' },
    h('button', { type: 'button', class: 'button button-quiet', click: send }, t('share_send')),
    said,
  );
}

/** @param {Pages.CalendarEvent[]} events */
function datesPart(events) {
  if (events.length === 0) return null;
  const save = () => download('policycalc.ics', calendarFile(events), 'text/calendar');
  return part(
    'dates',
    t('dates_title'),
    h(
      'ul',
      { class: 'share-days' },
      events.map(({ date, title }) => h('li', {}, h('time', { datetime: date }, date), ' ', title)),
    ),
    h('div', { class: 'actions' }, h('button', { type: 'button', class: 'button', click: save }, t('dates_get'))),
    h('p', { class: 'muted' }, t('dates_note')),
  );
}

/** @param {string} kind @param {string} title @param {...Pages.Child} content */
function part(kind, title, ...content) {
  return h('section', { class: `share-part share-${kind}` }, h('h3', {}, title), content);
}
